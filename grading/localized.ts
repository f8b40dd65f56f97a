import * as z from 'zod';

/** The languages of the site. */
export const LocaleSchema = z.enum(['ko', 'en']);
export type Locale = z.infer<typeof LocaleSchema>;

/** One text in every language of the site. */
export const LocalizedSchema = z.object({ ko: z.string(), en: z.string() });
export type Localized = z.infer<typeof LocalizedSchema>;
