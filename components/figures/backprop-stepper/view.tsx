import type { ReactNode } from 'react';
import { Button, Slider } from '../controls';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import { BackpropGraph } from './graph';
import { sweep } from './net';
import { INPUT_RANGE, type StepperState } from './state';
import { linesOf, STEPS, shown } from './steps';

/** The backprop stepper as drawn for one state; without `onChange` it is the first frame, with its controls off. */
export function StepperView(props: {
  texts: FigureTexts<'backprop-stepper'>;
  state: StepperState;
  /** Name of the quantity that the quiz keeps back at this step. */
  hidden: string | null;
  /** The quiz's own question and answer box. */
  quiz?: ReactNode;
  onChange?: (state: StepperState) => void;
}) {
  const { texts, state, hidden, onChange } = props;
  const step = STEPS[state.step] ?? 'input';
  const values = sweep([state.x1, state.x2]);
  const lines = linesOf(step, values);
  const set = onChange && ((change: Partial<StepperState>) => onChange({ ...state, ...change }));
  return (
    <div className="backprop">
      <BackpropGraph sweep={values} step={step} hidden={hidden} />
      <div className="backprop-working">
        <div aria-live="polite">
          <p>
            <strong>{fill(texts.stepOf, { n: state.step, of: STEPS.length - 1 })}</strong> {texts[step]}
          </p>
          {lines.map(({ name, working, value }) => (
            <p key={name} className="backprop-line">
              {name} = {name === hidden ? '?' : `${working} = ${shown(value)}`}
            </p>
          ))}
        </div>
        <div className="backprop-quiz">{props.quiz}</div>
      </div>
      <div className="figure-buttons">
        <Button onPress={set && (() => set({ step: state.step - 1 }))} disabled={state.step === 0}>
          {texts.back}
        </Button>
        <Button
          primary
          onPress={set && (() => set({ step: state.step + 1 }))}
          disabled={state.step === STEPS.length - 1}
        >
          {texts.next}
        </Button>
        <Button onPress={set && (() => set({ step: 0 }))}>{texts.reset}</Button>
        <Button pressed={state.quiz} onPress={set && (() => set({ quiz: !state.quiz }))}>
          {texts.quiz}
        </Button>
      </div>
      <div className="figure-controls">
        {(['x1', 'x2'] as const).map((key, index) => (
          <Slider
            key={key}
            label={`x${'₁₂'[index]}`}
            value={state[key]}
            {...INPUT_RANGE}
            text={shown(state[key])}
            onChange={set && ((value) => set({ [key]: value }))}
          />
        ))}
      </div>
    </div>
  );
}
