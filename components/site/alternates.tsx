import { languageNames } from './other-language';

/** The same page in each language, for search engines. `path` is without the language: `/lessons/…`, or empty. */
export function Alternates({ path }: { path: string }) {
  return Object.keys(languageNames).map((locale) => (
    <link key={locale} rel="alternate" hrefLang={locale} href={`/${locale}${path}`} />
  ));
}
