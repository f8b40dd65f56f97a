import { useLocale } from 'next-intl';
import type { ComponentProps } from 'react';
import { getPathname } from '@/i18n/navigation';
import type { Locale } from '@/i18n/routing';

/**
 * A link in running text. `/exercises/…` and `/lessons/…` are written without a language and lead to the reader's own. A
 * plain link: exercise pages carry another content security policy, which only a full load applies.
 */
export function LessonLink({ href = '', ...props }: ComponentProps<'a'>) {
  const locale = useLocale() as Locale;
  return <a href={href.startsWith('/') ? getPathname({ href, locale }) : href} {...props} />;
}
