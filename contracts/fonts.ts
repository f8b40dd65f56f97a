import { z } from 'zod';

/** `.generated/fonts.json`, written by `npm run build:fonts`. */
export const FontFilesSchema = z.object({
  /** `@font-face` rules. */
  css: z.string(),
  /** URLs to fetch first, by language of the page. */
  preload: z.object({ ko: z.array(z.string()), en: z.array(z.string()) }),
});
export type FontFiles = z.infer<typeof FontFilesSchema>;
