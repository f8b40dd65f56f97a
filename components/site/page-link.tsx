import NextLink from 'next/link';
import { useLocale } from 'next-intl';
import type { ComponentProps } from 'react';

/** Pages that are made for each request: of one that is asked for ahead nothing is of use. */
const MADE_WHEN_ASKED = /^\/(cohorts|join|lti|sessions|team|threads)\//;

/** A link to a page in the reader's language, for server components: `href` is without the language. */
export function PageLink({ href, ...props }: Omit<ComponentProps<typeof NextLink>, 'href'> & { href: `/${string}` }) {
  const prefetch = MADE_WHEN_ASKED.test(href) ? false : undefined;
  return (
    <NextLink
      prefetch={prefetch}
      {...props}
      href={`/${useLocale()}${href === '/' ? '' : href.replace(/^\/(?=#)/, '')}`}
    />
  );
}
