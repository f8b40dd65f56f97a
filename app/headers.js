const everywhere = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
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
    {
      source: '/api/:path*',
      headers: [{ key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" }],
    },
    ...['runner', 'exercises', 'fonts', 'monaco'].map((folder) => ({
      source: `/${folder}/:path*`,
      headers: immutable,
    })),
  ];
}
