import type en from '@/messages/en.json';

/** Texts of `site.review`. */
export type ReviewTexts = (typeof en)['site']['review'];
