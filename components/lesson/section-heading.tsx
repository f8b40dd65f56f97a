import type { ComponentProps } from 'react';

/**
 * The h2 of a lesson, with the way to what is said about its section. A plain link, as short as can be, since a lesson has many:
 * nothing is loaded for it, and the number of threads is added for members only (section-threads.tsx).
 *
 * @param href address of the lesson's threads, to which a section is added
 */
export function sectionHeading(href: string, text: string) {
  return function SectionHeading({ id, children, ...props }: ComponentProps<'h2'>) {
    return (
      <>
        <h2 id={id} {...props}>
          {children}
        </h2>
        {id !== undefined && (
          <p className="discuss-section">
            <a href={`${href}&section=${id}`}>{text}</a>
          </p>
        )}
      </>
    );
  };
}
