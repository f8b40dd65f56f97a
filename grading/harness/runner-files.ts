import * as z from 'zod';

/** `.generated/runners.json`, written by `npm run build:runner`. */
export const RunnerFilesSchema = z.object({
  /** URLs under `/runner/`. */
  webgpu: z.string(),
  webgl: z.string(),
  cpu: z.string(),
  /** Path from the repository's root. */
  sandbox: z.string(),
  /** Hash of everything that the bundles are made of. */
  stamp: z.string(),
});
export type RunnerFiles = z.infer<typeof RunnerFilesSchema>;
