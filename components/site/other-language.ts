type Locale = 'ko' | 'en';

/** Each language by its own name. */
export const languageNames: Record<Locale, string> = { ko: '한국어', en: 'English' };

export function otherLocale(locale: Locale): Locale {
  return locale === 'ko' ? 'en' : 'ko';
}

/** `/en/lessons/x` in Korean is `/ko/lessons/x`. */
export function samePageIn(locale: Locale, pathname: string): string {
  return pathname.replace(/^\/(ko|en)(?=\/|$)/, `/${locale}`);
}
