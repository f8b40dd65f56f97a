'use client';

import { useMe } from '@/components/session/use-me';
import { isDone, type Step, type StepState, stateOf } from './step';

export type StateNames = Record<Exclude<StepState, 'none'>, string>;

/** The reader's state of one step, in a place that is there from the start. */
export function StepMark({ step, names }: { step: Pick<Step, 'kind' | 'id'>; names: StateNames }) {
  const state = stateOf(step, useMe().me);
  return (
    <span
      className="grid size-5 shrink-0 place-items-center rounded-full border border-edge text-on-accent data-[state=begun]:border-accent data-[state=done]:border-accent data-[state=done]:bg-accent"
      data-state={isDone(state) ? 'done' : state === 'none' ? 'none' : 'begun'}
    >
      {state !== 'none' && <span className="sr-only">{names[state]}</span>}
      <svg
        viewBox="0 0 16 16"
        className="size-3"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.4"
        aria-hidden="true"
      >
        {isDone(state) && <path d="M3 8.5 6.5 12 13 4.5" />}
        {!isDone(state) && state !== 'none' && <circle cx="8" cy="8" r="3" className="fill-accent stroke-accent" />}
      </svg>
    </span>
  );
}
