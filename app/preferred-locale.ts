import { type Locale, routing } from '@/i18n/routing';

/**
 * The language for somebody who asks for `/`: what they chose before (the cookie), else the first of their browser's
 * languages that the site has, else the site's default.
 *
 * @param acceptLanguage as in the header: `ko-KR,ko;q=0.9,en;q=0.8`
 */
export function preferredLocale(cookie: string | undefined, acceptLanguage: string | null): Locale {
  const wanted = [cookie ?? '', ...ranked(acceptLanguage ?? '')];
  const found = wanted.map(siteLocale).find((locale) => locale !== undefined);
  return found ?? routing.defaultLocale;
}

function siteLocale(tag: string): Locale | undefined {
  return routing.locales.find((locale) => locale === tag.toLowerCase().split('-')[0]);
}

function ranked(header: string): string[] {
  return header
    .split(',')
    .map((item) => {
      const [tag = '', quality] = item.trim().split(/;\s*q=/);
      return { tag, q: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q)
    .map(({ tag }) => tag);
}
