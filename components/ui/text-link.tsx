import type { ComponentProps } from 'react';
import { PageLink } from '@/components/site/page-link';

/** A link in running text, to a page in the reader's language. */
export function TextLink({ className = '', ...props }: ComponentProps<typeof PageLink>) {
  return (
    <PageLink
      {...props}
      className={`text-accent underline decoration-1 underline-offset-[0.2em] hover:decoration-2 ${className}`}
    />
  );
}
