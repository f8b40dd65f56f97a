'use client';

import { type ReactNode, useId, useState } from 'react';
import type { CheckLabels, Verdict } from './check-form';
import { CheckFrame } from './check-frame';
import { judgeNumber, parseTypedNumber } from './judge';
import { useKeptAnswer } from './use-kept-answer';

/** A foreseen wrong number and what it comes from; compared within the question's tolerance. */
export type WrongNumber = { value: number; because: ReactNode };

/** A quick check whose answer is a number, right within `tolerance` (absolute). */
export function NumberCheck(props: {
  id: string;
  labels: CheckLabels;
  question: ReactNode;
  answer: number;
  tolerance: number;
  because: ReactNode;
  wrong: WrongNumber[];
  otherwise: ReactNode;
}) {
  const { labels, answer, tolerance, wrong } = props;
  const input = useId();
  const { kept, keep, keeping } = useKeptAnswer(props.id);
  const [own, setOwn] = useState<{ text: string; checked: boolean } | null>(null);
  const [prompt, setPrompt] = useState<string | null>(null);

  const stored = typeof kept?.answer === 'string' ? kept.answer : null;
  const { text, checked } = own ?? { text: stored ?? '', checked: stored !== null };
  const value = parseTypedNumber(text);
  const correct = value !== null && judgeNumber(value, answer, tolerance);
  const verdict: Verdict = checked ? (correct ? 'right' : 'wrong') : 'none';
  const known = value === null ? -1 : wrong.findIndex((one) => judgeNumber(value, one.value, tolerance));

  const check = () => {
    if (text.trim() === '') return setPrompt(labels.typeNumber);
    if (value === null) return setPrompt(labels.notNumber);
    setOwn({ text, checked: true });
    keep(text, correct);
  };

  return (
    <CheckFrame
      id={props.id}
      labels={labels}
      question={props.question}
      verdict={verdict}
      keeping={keeping}
      prompt={prompt}
      feedback={[
        { key: 'right', text: props.because, active: checked && correct },
        ...wrong.map((one, index) => ({
          key: String(one.value),
          text: one.because,
          active: checked && !correct && index === known,
        })),
        { key: 'otherwise', text: props.otherwise, active: checked && !correct && known === -1 },
      ]}
      onCheck={check}
      onRetry={() => setOwn({ text: '', checked: false })}
    >
      <label htmlFor={input} className="quick-check-number">
        <span>{labels.numberLabel}</span>
        <input
          id={input}
          inputMode="decimal"
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setOwn({ text: event.target.value, checked: false });
            setPrompt(null);
          }}
        />
      </label>
    </CheckFrame>
  );
}
