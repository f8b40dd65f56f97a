import { useLocale } from 'next-intl';
import type { ComponentProps } from 'react';

/**
 * A link in running text. `/exercises/…` and `/lessons/…` are written without a language and lead to the reader's own. A
 * plain link, since next-intl's own would bring its runtime to every lesson.
 */
export function LessonLink({ href = '', ...props }: ComponentProps<'a'>) {
  const locale = useLocale();
  return <a href={href.startsWith('/') ? `/${locale}${href}` : href} {...props} />;
}
