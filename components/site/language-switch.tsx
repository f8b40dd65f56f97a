'use client';

import { usePathname } from 'next/navigation';
import { languageNames, otherLocale, samePageIn } from './other-language';

/**
 * The same page in the other language. A full load: the document's language, fonts and policy are those of the page, and
 * whatever the reader did is kept by the server.
 */
export function LanguageSwitch({ locale }: { locale: 'ko' | 'en' }) {
  const other = otherLocale(locale);
  const href = samePageIn(other, usePathname());
  return (
    <a
      href={href}
      hrefLang={other}
      lang={other}
      onClick={() => {
        // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is missing in Safari 17 and Firefox 128
        document.cookie = `NEXT_LOCALE=${other}; path=/; max-age=31536000; samesite=lax`;
      }}
      className="inline-flex min-h-10 items-center rounded-md px-2.5 text-sm text-muted hover:bg-surface hover:text-ink"
    >
      {languageNames[other]}
    </a>
  );
}
