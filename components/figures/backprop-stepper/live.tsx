'use client';

import { type FormEvent, useId, useState } from 'react';
import { judgeNumber, parseTypedNumber } from '@/components/lesson/judge';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import { useUrlState } from '../use-url-state';
import { sweep } from './net';
import { type StepperState, stepperInitial, stepperUrl } from './state';
import { type Line, linesOf, STEPS } from './steps';
import { StepperView } from './view';

type Texts = FigureTexts<'backprop-stepper'>;

function Quiz({ texts, line, onSolved }: { texts: Texts; line: Line; onSolved: () => void }) {
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const value = parseTypedNumber(text);
    if (value !== null && judgeNumber(value, line.value, 0.005)) onSolved();
    else setWrong(true);
  };
  return (
    <form onSubmit={submit} className="figure-buttons">
      <label htmlFor={id}>{fill(texts.ask, { name: line.name })}</label>
      <input
        id={id}
        className="backprop-answer"
        inputMode="decimal"
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setWrong(false);
        }}
      />
      <button type="submit" className="figure-button">
        {texts.check}
      </button>
      <button type="button" className="figure-button" onClick={onSolved}>
        {texts.show}
      </button>
      <span role="status">{wrong && texts.wrong}</span>
    </form>
  );
}

/** The backprop stepper with its controls on. With the quiz, each step keeps its first quantity back until it is found. */
export function BackpropStepper({ texts }: { texts: Texts }) {
  const [state, setState] = useUrlState(stepperInitial, stepperUrl);
  const [solved, setSolved] = useState<StepperState | null>(null);
  const line = linesOf(STEPS[state.step] ?? 'input', sweep([state.x1, state.x2]))[0];
  const asks = state.quiz && line !== undefined && solved !== state;
  return (
    <StepperView
      texts={texts}
      state={state}
      hidden={asks ? line.name : null}
      quiz={asks && <Quiz key={stepperUrl.format(state)} texts={texts} line={line} onSolved={() => setSolved(state)} />}
      onChange={setState}
    />
  );
}
