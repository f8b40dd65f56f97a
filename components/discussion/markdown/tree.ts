import type { ExtraProps } from 'react-markdown';

/** An element of HTML as a tree (hast), as far as our plugins look at it. */
export type Element = NonNullable<ExtraProps['node']>;
export type Child = Element['children'][number];

/** A root or an element. */
export interface Parent {
  children: Child[];
}
