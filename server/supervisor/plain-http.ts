import 'server-only';

const LOCAL = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** What readers lose at an address that is neither https nor this machine; null when they lose nothing. */
export function plainHttpWarning(publicUrl: string): string | null {
  const { protocol, hostname } = new URL(publicUrl);
  if (protocol === 'https:' || LOCAL.test(hostname)) return null;
  return (
    `${publicUrl} is plain HTTP: browsers give such a page no WebGPU, and passwords travel in the open. ` +
    'Put a proxy with HTTPS in front and set PUBLIC_URL (docs/operating.md).'
  );
}
