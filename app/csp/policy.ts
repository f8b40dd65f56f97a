/**
 * The policy of a page. `scripts` are the sources that its inline scripts may have: `'sha256-…'` of each where the page is
 * prerendered, one `'nonce-…'` where it is made per request. Files come from this site only, so a client navigation from
 * one kind of page to the other works under either policy.
 *
 * Styles may be inline: KaTeX and Monaco set them, and colours of figures are `style` attributes.
 */
export function pagePolicy(scripts: readonly string[], { dev, https }: { dev: boolean; https: boolean }): string {
  const directives = [
    "default-src 'none'",
    // React's development build rebuilds server stacks with eval.
    `script-src 'self' ${scripts.join(' ')}${dev ? " 'unsafe-eval'" : ''}`.trimEnd(),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(https ? ['upgrade-insecure-requests'] : []),
  ];
  return directives.join('; ');
}
