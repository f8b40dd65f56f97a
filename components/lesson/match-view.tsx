import type { ReactNode } from 'react';
import type { CheckLabels, Feedback } from './check-form';

export type MatchCheckProps = {
  id: string;
  labels: CheckLabels & { pickAll: string; choose: string };
  question: ReactNode;
  /** The right that belongs to a left has its id. */
  pairs: { id: string; left: ReactNode; because: ReactNode }[];
  /** As they are shown. */
  rights: { id: string; label: ReactNode }[];
};

const letter = (at: number) => String.fromCharCode(65 + at);

/** The explanations of all pairs, or only of the wrong ones; of none while nothing has been checked (null). */
export function matchFeedback({ pairs }: MatchCheckProps, wrong: string[] | null): Feedback[] {
  return pairs.map((pair, at) => ({
    key: pair.id,
    text: (
      <>
        <span className="quick-check-letter">{at + 1}.</span> {pair.because}
      </>
    ),
    active: wrong !== null && (wrong.length === 0 || wrong.includes(pair.id)),
  }));
}

/** Lefts with a list of letters each, and the lettered rights. Without `onMatch` they are as served: disabled. */
export function MatchRows(props: {
  check: MatchCheckProps;
  matches: Readonly<Record<string, string>>;
  /** The lefts that were matched wrongly; null before that is checked. */
  wrong: string[] | null;
  onMatch?: (left: string, right: string) => void;
}) {
  const { wrong, onMatch } = props;
  const { id: check, pairs, rights, labels } = props.check;
  return (
    <div className="quick-check-match">
      <ol className="quick-check-rows">
        {pairs.map(({ id, left }, at) => (
          <li key={id} className="quick-check-row">
            <span id={`${check}-${id}-number`} className="quick-check-letter">
              {at + 1}
            </span>
            <span id={`${check}-${id}`}>{left}</span>
            <span aria-hidden className="quick-check-mark" data-tone={wrong?.includes(id) ? 'wrong' : 'right'}>
              {wrong && (wrong.includes(id) ? '✗' : '✓')}
            </span>
            <select
              // A left side that is nothing but a formula has no name of its own.
              aria-labelledby={`${check}-${id}-number ${check}-${id}`}
              aria-invalid={wrong?.includes(id) ?? false}
              disabled={!onMatch}
              value={props.matches[id] ?? ''}
              onChange={onMatch && ((event) => onMatch(id, event.target.value))}
            >
              <option value="">{labels.choose}</option>
              {rights.map((right, at) => (
                <option key={right.id} value={right.id}>
                  {letter(at)}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ol>
      <ol className="quick-check-rows">
        {rights.map((right, at) => (
          <li key={right.id} className="quick-check-row">
            <span className="quick-check-letter">{letter(at)}</span>
            <span>{right.label}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
