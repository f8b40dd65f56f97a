import * as z from 'zod';

/** `.next/csp.json`, written after the build by `npm run build:csp`: CSP sources of each prerendered path. */
export const CspManifestSchema = z.object({
  pages: z.record(z.string(), z.array(z.string())),
  /** Sources that pages made per request need besides their nonce: the theme script, the prerendered 404. */
  shared: z.array(z.string()),
});
export type CspManifest = z.infer<typeof CspManifestSchema>;

/** Where the build leaves it. */
export const cspManifestFile = 'csp.json';
