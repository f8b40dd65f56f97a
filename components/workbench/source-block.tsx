import { Fragment } from 'react';
import { highlightLines, type TokenKind } from './highlight';

/** What each kind of token but the plain one looks like. */
export const TONES: Record<Exclude<TokenKind, 'plain'>, string> = {
  comment: 'text-muted italic',
  string: 'text-pass',
  keyword: 'text-accent',
  number: 'text-series-1',
};

/** A source to read: coloured, selectable, scrollable by keyboard, with line numbers that are not copied. */
export function SourceBlock({ source }: { source: string }) {
  return (
    <pre
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="my-3 max-h-[60dvh] overflow-auto rounded-md border border-line bg-surface py-3 font-mono text-xs leading-relaxed"
    >
      {highlightLines(source.trimEnd()).map((tokens, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a fixed text are their order
        <span key={at} data-line={at + 1} className="block px-3">
          <span className="me-4 inline-block w-6 text-end text-muted select-none">{at + 1}</span>
          {tokens.map(({ kind, text }, place) => {
            const key = `${place}:${text}`;
            return kind === 'plain' ? (
              <Fragment key={key}>{text}</Fragment>
            ) : (
              <span key={key} className={TONES[kind]}>
                {text}
              </span>
            );
          })}
        </span>
      ))}
    </pre>
  );
}
