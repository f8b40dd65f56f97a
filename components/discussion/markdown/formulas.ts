import rehypeKatex from 'rehype-katex';
import type { RenderOptions } from './render';

/** No links, classes, ids or images from formulas (`trust`), no endless macros, no letters as large as the page. */
export const FORMULAS: RenderOptions['formulas'] = [
  [rehypeKatex, { trust: false, strict: 'ignore', maxExpand: 200, maxSize: 20, errorColor: 'var(--fail)' }],
];
