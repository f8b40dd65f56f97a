import type { ComponentProps } from 'react';
import { PageLink } from '@/components/site/page-link';

/**
 * The h2 of a lesson, with the way to what is said about its section. A plain link: nothing is loaded for it, and the number
 * of threads is added for members only (section-threads.tsx).
 */
export function sectionHeading(lesson: string, text: string) {
  return function SectionHeading({ id, children, ...props }: ComponentProps<'h2'>) {
    return (
      <>
        <h2 id={id} {...props}>
          {children}
        </h2>
        {id !== undefined && (
          <p className="discuss-section">
            <PageLink
              prefetch={false}
              href={`/threads?lesson=${lesson}&section=${encodeURIComponent(id)}`}
              aria-describedby={id}
              data-section={id}
            >
              {text}
            </PageLink>
          </p>
        )}
      </>
    );
  };
}
