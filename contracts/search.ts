import * as z from 'zod';

/** One thing that can be found. */
export const SearchEntrySchema = z.object({
  kind: z.enum(['lesson', 'section', 'exercise', 'term']),
  title: z.string(),
  /** Other names: the title in the other language, variants of a term. */
  also: z.array(z.string()),
  /** What it belongs to: the unit of a lesson, the lesson of a section. */
  place: z.string(),
  /** Plain text. */
  text: z.string(),
  /** Address with language and anchor: `/ko/lessons/…#softmax`. */
  href: z.string().startsWith('/'),
});
export type SearchEntry = z.infer<typeof SearchEntrySchema>;

/** `GET /LOCALE/search.json`: everything to search in, in reading order. */
export const SearchEntriesSchema = z.array(SearchEntrySchema);
