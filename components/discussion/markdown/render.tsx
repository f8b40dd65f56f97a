import type { ReactElement } from 'react';
import Markdown, { type Components, type Options } from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';
import { assertCheapToParse, MARKDOWN } from '@/contracts/markdown';
import { rehypeBounded } from './limits';
import { rehypeOwnParts } from './rehype-own-parts';
import { schemaOf } from './schema';

export interface RenderOptions {
  /** Of this text alone: letters, digits and `-`. Ids of its footnotes begin with it. */
  prefix: string;
  components: Components;
  /** rehype-katex with its options, where the text has formulas. */
  formulas?: NonNullable<Options['rehypePlugins']>;
  footnotes: string;
}

/**
 * Markdown of a user as elements. Raw HTML is text like any other; foreign images are links; nothing can run, style the
 * page, take an id of it, or send the reader's browser anywhere before a click.
 *
 * @throws {TooCostly} and RangeError for texts that would keep the reader waiting
 */
export function renderMarkdown(markdown: string, options: RenderOptions): ReactElement {
  const { prefix, components, formulas = [], footnotes } = options;
  assertCheapToParse(markdown);
  // No hooks in it: called as the function that it is, so that what it throws can be caught.
  return Markdown({
    children: markdown,
    components,
    remarkPlugins: [...MARKDOWN, remarkHtmlAsText],
    remarkRehypeOptions: { clobberPrefix: prefix, footnoteLabel: footnotes },
    rehypePlugins: [rehypeBounded, [rehypeOwnParts, { prefix }], [rehypeSanitize, schemaOf(prefix)], ...formulas],
  });
}

interface MarkdownNode {
  type: string;
  children?: MarkdownNode[];
}

/** A reader should see what was typed: `Tensor<Rank>` without backticks is no tag. */
function remarkHtmlAsText() {
  const visit = (node: MarkdownNode) => {
    if (node.children === undefined) return;
    node.children = node.children.map((child) => {
      visit(child);
      if (child.type !== 'html') return child;
      const text = { ...child, type: 'text' };
      return ['root', 'blockquote', 'listItem'].includes(node.type) ? { type: 'paragraph', children: [text] } : text;
    });
  };
  return visit;
}
