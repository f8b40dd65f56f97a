import { highlightLines, type TokenKind } from '@/components/workbench/highlight';

const TONES: Record<Exclude<TokenKind, 'plain'>, string> = {
  comment: 'text-muted italic',
  string: 'text-pass',
  keyword: 'text-accent',
  number: 'text-series-1',
};

/** Code in a post: coloured, scrollable by keyboard. `first`: numbers its lines from there on. */
export function CodeLines({ source, first }: { source: string; first?: number }) {
  return (
    <pre
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="max-h-[60dvh] overflow-auto rounded-md border border-line bg-surface py-2.5 font-mono text-xs leading-relaxed"
    >
      <code>
        {highlightLines(source.replace(/\n$/, '')).map((tokens, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a fixed text are their order
          <span key={at} className="block min-h-[1lh] px-3">
            {first !== undefined && (
              <span className="me-4 inline-block w-6 text-end text-muted select-none">{first + at}</span>
            )}
            {tokens.map(({ kind, text }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <span key={place} className={kind === 'plain' ? undefined : TONES[kind]}>
                {text}
              </span>
            ))}
          </span>
        ))}
      </code>
    </pre>
  );
}
