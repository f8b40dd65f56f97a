'use client';

import { useMe } from '@/components/session/use-me';
import { ProgressBar } from '@/components/ui/progress-bar';
import { isDone, type Step, stateOf } from './step';

/** How much of a unit is done. `texts[n]` says it for n done steps. */
export function UnitProgress({
  steps,
  label,
  texts,
}: {
  steps: Pick<Step, 'kind' | 'id'>[];
  label: string;
  texts: string[];
}) {
  const { me } = useMe();
  const done = steps.filter((step) => isDone(stateOf(step, me))).length;
  return (
    <div className="flex items-center gap-3 text-xs text-muted tabular-nums">
      <div className="w-28">
        <ProgressBar label={label} value={done} max={steps.length} />
      </div>
      <span>{texts[done]}</span>
    </div>
  );
}
