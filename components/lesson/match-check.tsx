'use client';

import { useState } from 'react';
import type { Verdict } from './check-form';
import { CheckFrame } from './check-frame';
import { wrongMatches } from './judge';
import { keptMatches } from './kept-answer';
import { type MatchCheckProps, MatchRows, matchFeedback } from './match-view';
import { useKeptAnswer } from './use-kept-answer';

/** A quick check whose answer gives each left one of the lettered rights. */
export function MatchCheck(props: MatchCheckProps) {
  const { pairs, rights, labels } = props;
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
      feedback={matchFeedback(props, checked ? wrong : null)}
      onCheck={check}
      onRetry={retry}
    >
      <MatchRows check={props} matches={matches} wrong={checked ? wrong : null} onMatch={match} />
    </CheckFrame>
  );
}
