import type { Components } from 'react-markdown';
import { CodeLines } from '../code-lines';
import { ATTACHMENT } from './schema';

interface Options {
  names: ReadonlyMap<string, string> | undefined;
  labels: { done: string; open: string };
}

/** How the elements of user text are drawn. */
export function textComponents({ names, labels }: Options): Components {
  return {
    a: ({ node: _, href, children, ...props }) => {
      const isOwn = href === undefined || /^[/#](?!\/)/.test(href);
      return (
        <a {...props} href={href} {...(isOwn ? {} : { rel: 'nofollow ugc noopener' })}>
          {children}
        </a>
      );
    },
    // The page's own headings stay above those of a post.
    h1: ({ children }) => <p className="user-heading">{children}</p>,
    h2: ({ children, className }) => <p className={className ?? 'user-heading'}>{children}</p>,
    h3: ({ children }) => <p className="user-heading">{children}</p>,
    h4: ({ children }) => <p className="user-heading">{children}</p>,
    h5: ({ children }) => <p className="user-heading">{children}</p>,
    h6: ({ children }) => <p className="user-heading">{children}</p>,
    img: ({ src, alt, title }) => {
      const [, width, height] = ATTACHMENT.exec(String(src)) ?? [];
      return (
        // biome-ignore lint/performance/noImgElement: an image behind a sign-in, encoded by our server already
        <img src={String(src)} alt={alt ?? ''} title={title} width={width} height={height} loading="lazy" />
      );
    },
    input: ({ checked }) => (
      <span role="img" aria-label={checked ? labels.done : labels.open} className="user-task">
        {checked ? '☑' : '☐'}
      </span>
    ),
    pre: ({ node, children }) => {
      const code = node?.children[0];
      if (code?.type !== 'element' || code.tagName !== 'code') return <pre>{children}</pre>;
      const source = code.children.map((text) => ('value' in text ? text.value : '')).join('');
      return <CodeLines source={source} />;
    },
    span: ({ node, children, ...props }) => {
      const id = node?.properties.dataMention;
      if (typeof id !== 'string') return <span {...props}>{children}</span>;
      return (
        <span className="user-mention" data-mention={id}>
          @{names?.get(id) ?? children}
        </span>
      );
    },
    table: ({ children }) => (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      <div className="user-table" tabIndex={0}>
        <table>{children}</table>
      </div>
    ),
  };
}
