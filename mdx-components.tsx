import type { MDXComponents } from 'mdx/types';
import type { ComponentProps } from 'react';
import { lessonComponents } from '@/components/lesson/mdx';
import { Term } from '@/content/glossary/term-popover';

const components: MDXComponents = {
  ...lessonComponents,
  Term,
  // A corner of a table is no heading of anything.
  th: ({ children, ...props }: ComponentProps<'th'>) =>
    children ? (
      <th scope="col" {...props}>
        {children}
      </th>
    ) : (
      <td />
    ),
  table: (props: ComponentProps<'table'>) => (
    <div className="table-scroll" data-scrolls>
      <table {...props} />
    </div>
  ),
};

export function useMDXComponents(): MDXComponents {
  return components;
}
