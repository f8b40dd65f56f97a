import type { CspManifest } from './manifest';

/**
 * What the inline scripts of `pathname` are allowed by: their hashes if the page was prerendered, else the nonce that the
 * page is made with.
 */
export function scriptSources(manifest: CspManifest, pathname: string, nonce: string): string[] {
  const hashes = manifest.pages[decoded(pathname)];
  return hashes ?? [...manifest.shared, `'nonce-${nonce}'`];
}

/** Whether {@link scriptSources} named the nonce. */
export function isPrerendered(manifest: CspManifest, pathname: string): boolean {
  return manifest.pages[decoded(pathname)] !== undefined;
}

function decoded(pathname: string): string {
  const bare = pathname.length > 1 ? pathname.replace(/\/$/, '') : pathname;
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}
