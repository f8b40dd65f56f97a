import * as z from 'zod';

/** `.generated/fonts.json`, written by `scripts/build-fonts.ts`. */
export const FontFilesSchema = z.object({
  /** `@font-face` rules. */
  css: z.string(),
  /** URLs to fetch first, by language of the page. */
  preload: z.object({ ko: z.array(z.string()), en: z.array(z.string()) }),
  /** The same for pages with formulas; these rules come after katex.css. */
  math: z.object({ css: z.string(), preload: z.array(z.string()) }),
});
export type FontFiles = z.infer<typeof FontFilesSchema>;
