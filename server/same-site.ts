import 'server-only';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a browser sent this mutation on behalf of another site. `Sec-Fetch-Site` decides where it is sent; browsers
 * leave it out on plain HTTP off localhost, so `Origin` against the address of this site is the second answer. A client
 * that sends neither is no browser, and has no cookies that somebody else could ride on.
 */
export function isCrossSiteMutation(request: Request, publicUrl?: string): boolean {
  if (SAFE_METHODS.has(request.method)) return false;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site !== 'same-origin' && site !== 'none';
  const origin = request.headers.get('origin');
  if (origin === null) return false;
  return !URL.canParse(origin) || !ownHosts(request, publicUrl).includes(new URL(origin).host);
}

function ownHosts(request: Request, publicUrl?: string): string[] {
  const host = request.headers.get('host');
  return [...(host === null ? [] : [host]), ...(publicUrl ? [new URL(publicUrl).host] : [])];
}
