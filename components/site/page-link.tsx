import NextLink from 'next/link';
import { useLocale } from 'next-intl';
import type { ComponentProps } from 'react';

/** A link to a page in the reader's language, for server components: `href` is without the language. */
export function PageLink({ href, ...props }: Omit<ComponentProps<typeof NextLink>, 'href'> & { href: `/${string}` }) {
  return <NextLink {...props} href={`/${useLocale()}${href === '/' ? '' : href.replace(/^\/(?=#)/, '')}`} />;
}
