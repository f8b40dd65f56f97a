import type { Options as Schema } from 'rehype-sanitize';

/** An image of ours, with its size in pixels behind `#`, so that it takes its room before it is there. */
export const ATTACHMENT = /^\/api\/attachments\/[\da-f-]{36}(?:#(\d{1,5})x(\d{1,5}))?$/;

/**
 * All that may stand in user text, of what Markdown itself can make. Whatever is not named is gone: raw HTML has become
 * text before, and formulas are drawn after, by KaTeX, which makes its own elements.
 *
 * `prefix` is of this text alone: footnotes are the only elements with ids, and cannot take one of the page's.
 */
export function schemaOf(prefix: string): Schema {
  const footnote = new RegExp(`^${prefix}fn(ref)?-`);
  return {
    strip: ['script', 'style'],
    clobber: [],
    tagNames: [
      ...['p', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'ul', 'ol', 'li', 'section'],
      ...['em', 'strong', 'del', 'code', 'pre', 'a', 'img', 'sup', 'span', 'input'],
      ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
    ],
    ancestors: Object.fromEntries(['thead', 'tbody', 'tr', 'th', 'td'].map((name) => [name, ['table']])),
    attributes: {
      a: ['href', 'title', 'dataFootnoteRef', 'dataFootnoteBackref', 'ariaLabel', ['id', footnote]],
      code: [['className', /^language-[\w+#.-]{1,40}$/, 'math-inline', 'math-display']],
      h2: [['className', 'sr-only']],
      img: [['src', ATTACHMENT], 'alt', 'title'],
      input: [
        ['type', 'checkbox'],
        ['disabled', true],
        ['checked', true],
      ],
      li: [
        ['id', footnote],
        ['className', 'task-list-item'],
      ],
      ol: ['start'],
      section: ['dataFootnotes'],
      span: ['dataMention'],
      td: [['align', 'left', 'right', 'center']],
      th: [['align', 'left', 'right', 'center']],
    },
    protocols: { href: ['http', 'https', 'mailto'] },
    required: { input: { type: 'checkbox', disabled: true } },
  };
}
