import type { MDXComponents } from 'mdx/types';
import type { ComponentProps } from 'react';
import { lessonComponents } from '@/components/lesson/mdx';

const components: MDXComponents = {
  ...lessonComponents,
  table: (props: ComponentProps<'table'>) => (
    <div className="table-scroll" data-scrolls>
      <table {...props} />
    </div>
  ),
};

export function useMDXComponents(): MDXComponents {
  return components;
}
