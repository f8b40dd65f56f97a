import { Fragment, type RefObject } from 'react';
import { TONES } from '@/components/workbench/source-block';
import { type Segment, segmentLines } from './segments';

/**
 * A source with its matches marked and numbered, these in plain ink. A match's number, at its beginning, chooses it; the chosen one is framed.
 * `numberLabel` names those buttons.
 */
export function MarkedSource({
  label,
  source,
  regions,
  current,
  block,
  numberLabel,
  onChoose,
}: {
  label: string;
  source: string;
  regions: readonly { from: number; to: number }[];
  current: number | null;
  block: RefObject<HTMLElement | null>;
  numberLabel(number: number): string;
  onChoose(match: number): void;
}) {
  const piece = ({ kind, text, match, begins }: Segment) => {
    if (match === null) return kind === 'plain' ? text : <span className={TONES[kind]}>{text}</span>;
    return (
      <>
        {begins && (
          <button
            type="button"
            data-number={match}
            aria-label={numberLabel(match + 1)}
            aria-pressed={match === current}
            onClick={() => onChoose(match)}
            className="me-1 min-h-6 min-w-6 rounded-sm border border-accent px-1 font-sans text-xs font-bold text-accent select-none aria-pressed:bg-accent aria-pressed:text-on-accent"
          >
            {match + 1}
          </button>
        )}
        <mark
          className={`bg-accent-soft text-ink underline underline-offset-4 ${
            match === current ? 'decoration-accent decoration-2' : 'decoration-edge decoration-dotted'
          }`}
        >
          {text}
        </mark>
      </>
    );
  };
  return (
    <section
      ref={block}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={label}
      className="relative max-h-[40dvh] min-w-0 overflow-auto rounded-md border border-line bg-surface lg:max-h-[65dvh]"
    >
      <pre className="py-3 font-mono text-xs leading-relaxed">
        {segmentLines(source, regions).map((segments, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a fixed text are their order
          <span key={at} className="block px-3">
            <span className="me-4 inline-block w-6 text-end text-muted select-none">{at + 1}</span>
            {segments.map((segment, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a fixed line are their order
              <Fragment key={place}>{piece(segment)}</Fragment>
            ))}
          </span>
        ))}
      </pre>
    </section>
  );
}
