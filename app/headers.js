const everywhere = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()' },
];

/** Files whose names carry a hash of their content. */
const immutable = [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }];

/** Headers that are the same for every reader; those that depend on the page are set in proxy.ts. */
export async function headers() {
  return [
    { source: '/:path*', headers: everywhere },
    // Pages of a launch may stand in a platform's frame, and set their own policy: server/lti/html.ts.
    {
      source: '/:path((?!api/lti/(?:login|launch|continue|deep-links|register)$).*)',
      headers: [{ key: 'X-Frame-Options', value: 'DENY' }],
    },
    {
      source: '/api/:path((?!lti/(?:login|launch|continue|deep-links|register)$).*)',
      headers: [{ key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" }],
    },
    ...['runner', 'exercises', 'fonts', 'monaco'].map((folder) => ({
      source: `/${folder}/:path*`,
      headers: immutable,
    })),
  ];
}
