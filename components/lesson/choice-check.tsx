'use client';

import { type ReactNode, useId, useState } from 'react';
import type { CheckLabels, Verdict } from './check-form';
import { CheckFrame } from './check-frame';
import { judgeChoices } from './judge';
import { keptIds } from './kept-answer';
import { useKeptAnswer } from './use-kept-answer';

export type CheckChoice = { id: string; right: boolean; label: ReactNode; because: ReactNode };

/** A quick check whose answer is one choice (radio buttons), or with `multiple` every right one (check boxes). */
export function ChoiceCheck(props: {
  id: string;
  labels: CheckLabels;
  question: ReactNode;
  choices: CheckChoice[];
  multiple: boolean;
}) {
  const { choices, multiple, labels } = props;
  const name = useId();
  const { kept, keep, keeping } = useKeptAnswer(props.id);
  const [own, setOwn] = useState<{ picked: string[]; checked: boolean } | null>(null);
  const [prompt, setPrompt] = useState<string | null>(null);

  // Until the reader touches the question, it shows what the account holds.
  const stored = keptIds(kept?.answer);
  const { picked, checked } = own ?? { picked: stored ?? [], checked: stored !== null };
  const right = choices.filter((choice) => choice.right).map((choice) => choice.id);
  const correct = judgeChoices(picked, right);
  const verdict: Verdict = checked ? (correct ? 'right' : 'wrong') : 'none';

  const pick = (id: string, on: boolean) => {
    const rest = multiple ? picked.filter((other) => other !== id) : [];
    setOwn({ picked: on ? [...rest, id] : rest, checked: false });
    setPrompt(null);
  };
  const check = () => {
    if (picked.length === 0) return setPrompt(multiple ? labels.pickSome : labels.pickOne);
    setOwn({ picked, checked: true });
    keep(picked, correct);
  };
  const explains = (choice: CheckChoice) =>
    checked && (picked.includes(choice.id) || (multiple && choice.right && !correct));

  return (
    <CheckFrame
      id={props.id}
      labels={labels}
      question={props.question}
      verdict={verdict}
      multiple={multiple}
      keeping={keeping}
      prompt={prompt}
      feedback={choices.map((choice) => ({ key: choice.id, text: choice.because, active: explains(choice) }))}
      onCheck={check}
      onRetry={() => setOwn({ picked: [], checked: false })}
    >
      {choices.map((choice, at) => (
        <label key={choice.id} className="quick-check-choice" data-picked={picked.includes(choice.id)}>
          <input
            type={multiple ? 'checkbox' : 'radio'}
            name={name}
            value={choice.id}
            checked={picked.includes(choice.id)}
            onChange={(event) => pick(choice.id, event.target.checked)}
          />
          {/* What a team says aloud, and a name for a choice that is nothing but a formula. */}
          <span className="quick-check-letter">{String.fromCharCode(65 + at)}</span>
          <span>{choice.label}</span>
        </label>
      ))}
    </CheckFrame>
  );
}
