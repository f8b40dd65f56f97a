import type { MDXComponents } from 'mdx/types';
import type { ComponentProps } from 'react';

const elements: MDXComponents = {
  table: (props: ComponentProps<'table'>) => (
    <div className="table-scroll" data-scrolls>
      <table {...props} />
    </div>
  ),
};

export function useMDXComponents(): MDXComponents {
  return elements;
}
