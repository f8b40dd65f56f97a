import type { Localized } from '@/grading/localized';

/** A word of the field that the course fixes in both languages. */
export interface GlossaryTerm {
  /** In `<Term id>` and after `#` in the glossary's address; never changes. */
  id: string;
  en: string;
  /** The form that lessons use; other accepted ones are in `also`. */
  ko: string;
  /** Other names and abbreviations, found by search. */
  also?: { en?: readonly string[]; ko?: readonly string[] };
  /** One sentence. */
  meaning: Localized;
}
