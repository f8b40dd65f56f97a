import type { Me } from '@/contracts/learning';

/** A lesson or an exercise on the course's path. */
export interface Step {
  kind: 'lesson' | 'exercise';
  /** Of the lesson, or of the exercise. */
  id: string;
  title: string;
  href: string;
}

/** What the reader's account says of a step; `none` before they touched it. */
export type StepState = 'none' | 'started' | 'finished' | 'trying' | 'passed' | 'passed-after-solution';

type Progress = Pick<Me, 'lessons' | 'exercises'>;

export function stateOf(step: Pick<Step, 'kind' | 'id'>, progress: Progress | null): StepState {
  const found = step.kind === 'lesson' ? progress?.lessons[step.id] : progress?.exercises[step.id];
  return found?.state ?? 'none';
}

export function isDone(state: StepState): boolean {
  return state === 'finished' || state === 'passed' || state === 'passed-after-solution';
}

/**
 * Where to go on: the first step that was begun and is not done, else the first not done after the last done one, else
 * the first not done at all. Null when there is nothing left.
 */
export function nextStep(steps: readonly Step[], progress: Progress | null): Step | null {
  const states = steps.map((step) => stateOf(step, progress));
  const open = (from: number) => steps.find((_, index) => index >= from && !isDone(states[index] ?? 'none'));
  const begun = steps.find((_, index) => states[index] === 'started' || states[index] === 'trying');
  return begun ?? open(states.findLastIndex(isDone) + 1) ?? open(0) ?? null;
}
