import type { UrlFormat } from '../use-url-state';
import { STEPS } from './steps';

/** Settings of the stepper: the input, how far the sweep has come (index into STEPS), whether each step asks first. */
export type StepperState = { x1: number; x2: number; step: number; quiz: boolean };

export const stepperInitial: StepperState = { x1: 1, x2: 2, step: 0, quiz: false };

export const INPUT_RANGE = { min: -2, max: 2, step: 0.5 };

const isInput = (value: number) => value >= INPUT_RANGE.min && value <= INPUT_RANGE.max && Number.isInteger(2 * value);

/** `1;2;0;0`: x₁, x₂, step, quiz. */
export const stepperUrl: UrlFormat<StepperState> = {
  parameter: 'backprop',
  format: ({ x1, x2, step, quiz }) => [x1, x2, step, quiz ? 1 : 0].join(';'),
  parse: (text) => {
    const [x1, x2, step, quiz] = text.split(';').map((part) => (part === '' ? Number.NaN : Number(part)));
    if (x1 === undefined || x2 === undefined || step === undefined || (quiz !== 0 && quiz !== 1)) return null;
    const sound = isInput(x1) && isInput(x2) && Number.isInteger(step) && step >= 0 && step < STEPS.length;
    return sound ? { x1, x2, step, quiz: quiz === 1 } : null;
  },
};
