'use client';

import { type ReactNode, useId, useState } from 'react';
import { CheckFrame, type CheckLabels, type Verdict } from './check-frame';
import { wrongMatches } from './judge';
import { keptMatches } from './kept-answer';
import { useKeptAnswer } from './use-kept-answer';

const letter = (at: number) => String.fromCharCode(65 + at);

/** A quick check whose answer gives each left one of the lettered rights. A left's right has its id. */
export function MatchCheck(props: {
  id: string;
  labels: CheckLabels & { pickAll: string; choose: string };
  question: ReactNode;
  pairs: { id: string; left: ReactNode; because: ReactNode }[];
  /** As they are shown. */
  rights: { id: string; label: ReactNode }[];
}) {
  const { pairs, rights, labels } = props;
  const name = useId();
  const { kept, keep, keeping } = useKeptAnswer(props.id);
  const [own, setOwn] = useState<{ matches: Record<string, string>; checked: boolean } | null>(null);
  const [prompt, setPrompt] = useState<string | null>(null);

  const lefts = pairs.map((pair) => pair.id);
  const stored = keptMatches(
    kept?.answer,
    lefts,
    rights.map((right) => right.id),
  );
  const { matches, checked } = own ?? { matches: stored ?? {}, checked: stored !== null };
  const wrong = wrongMatches(matches, lefts);
  const correct = wrong.length === 0;
  const verdict: Verdict = checked ? (correct ? 'right' : 'wrong') : 'none';

  const match = (left: string, right: string) => {
    const { [left]: _, ...rest } = matches;
    setOwn({ matches: right === '' ? rest : { ...rest, [left]: right }, checked: false });
    setPrompt(null);
  };
  const check = () => {
    if (lefts.some((left) => matches[left] === undefined)) return setPrompt(labels.pickAll);
    setOwn({ matches, checked: true });
    keep(matches, correct);
  };
  const retry = () => {
    // What was right stays, the rest is asked again.
    const right = correct ? [] : Object.entries(matches).filter(([left]) => !wrong.includes(left));
    setOwn({ matches: Object.fromEntries(right), checked: false });
  };

  return (
    <CheckFrame
      id={props.id}
      labels={labels}
      question={props.question}
      verdict={verdict}
      multiple
      keeping={keeping}
      prompt={prompt}
      feedback={pairs.map((pair, at) => ({
        key: pair.id,
        text: (
          <>
            <span className="quick-check-letter">{at + 1}.</span> {pair.because}
          </>
        ),
        active: checked && (correct || wrong.includes(pair.id)),
      }))}
      onCheck={check}
      onRetry={retry}
    >
      <div className="quick-check-match">
        <ol className="quick-check-rows">
          {pairs.map(({ id, left }, at) => (
            <li key={id} className="quick-check-row">
              <span className="quick-check-letter">{at + 1}</span>
              <span id={`${name}${id}`}>{left}</span>
              <span aria-hidden className="quick-check-mark" data-tone={wrong.includes(id) ? 'wrong' : 'right'}>
                {checked && (wrong.includes(id) ? '✗' : '✓')}
              </span>
              <select
                aria-labelledby={`${name}${id}`}
                aria-invalid={checked && wrong.includes(id)}
                value={matches[id] ?? ''}
                onChange={(event) => match(id, event.target.value)}
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
    </CheckFrame>
  );
}
