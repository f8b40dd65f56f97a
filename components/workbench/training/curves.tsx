'use client';

import { useTranslations } from 'next-intl';
import { Plot, type PlotFrame, plotPath } from '@/components/figures/plot';
import type { ReferenceCurves } from '@/contracts/training';
import type { TrainingRun } from './training-room';

type Points = (number | null)[];

const SERIES = ['var(--series-1)', 'var(--series-2)', 'var(--series-3)', 'var(--series-4)', 'var(--series-5)'];
export const seriesOf = (run: TrainingRun): string => SERIES[run.id % SERIES.length] as string;

/** A mean over the last few steps: one batch says little. */
const WINDOW = 5;
function smoothed(values: Points): [number, number][] {
  return values.flatMap((_, at) => {
    const some = values.slice(Math.max(0, at - WINDOW + 1), at + 1).filter((value) => value !== null);
    return some.length > 0 && values[at] !== null
      ? [[at + 1, some.reduce((sum, value) => sum + value, 0) / some.length] as [number, number]]
      : [];
  });
}

/** Losses and accuracies of all trainings that are kept, over how the references trained. */
export function Curves({
  runs,
  band,
}: {
  runs: readonly TrainingRun[];
  band: ReferenceCurves['bands'][string] | null;
}) {
  const t = useTranslations('workbench.training');
  const longest = Math.max(10, band?.middle.length ?? 0, ...runs.map((run) => run.from + run.losses.length));
  const highest = Math.max(2.6, ...runs.flatMap(({ losses }) => losses.map((loss) => loss ?? 0)));
  const top = Math.min(10, 1.05 * highest);
  const loss: PlotFrame = { x: [0, longest], y: [0, top], width: 300, height: 150 };
  const share: PlotFrame = { x: [0, longest], y: [0, 1], width: 300, height: 150 };
  const xTicks = [0, Math.round(longest / 2), longest].map((at) => ({ at, text: String(at) }));
  const last = runs.at(-1);
  const end = last?.losses.at(-1);
  const path = (frame: PlotFrame, run: TrainingRun, values: Points) =>
    plotPath(
      frame,
      smoothed(values).map(([x, y]) => [run.from + x, Math.min(y, frame.y[1])] as const),
    );
  const lines = (frame: PlotFrame, of: (run: TrainingRun) => Points) =>
    runs.map((run) => (
      <path key={run.id} d={path(frame, run, of(run))} fill="none" strokeWidth={2} stroke={seriesOf(run)} />
    ));
  return (
    <div className="@container">
      <div className="grid gap-4 @2xl:grid-cols-2" data-steps={last?.losses.length ?? 0}>
        <Plot
          frame={loss}
          label={t('lossLabel', { steps: last?.losses.length ?? 0, loss: end == null ? '–' : end.toFixed(2) })}
          xTicks={xTicks}
          yTicks={[0, 1, 2].map((at) => ({ at, text: String(at) }))}
          xName={t('step')}
          yName={t('loss')}
        >
          {band && (
            <>
              <path
                d={`${plotPath(
                  loss,
                  [...band.high.entries()].map(([at, y]) => [at + 1, Math.min(y, top)] as const),
                )}${plotPath(
                  loss,
                  [...band.low.entries()].reverse().map(([at, y]) => [at + 1, y] as const),
                ).replace('M', 'L')}Z`}
                fill="var(--muted)"
                opacity={0.18}
              />
              <path
                d={plotPath(
                  loss,
                  [...band.middle.entries()].map(([at, y]) => [at + 1, y] as const),
                )}
                fill="none"
                stroke="var(--muted)"
                strokeDasharray="4 3"
                strokeWidth={1.5}
              />
            </>
          )}
          {lines(loss, (run) => run.losses)}
        </Plot>
        <Plot
          frame={share}
          label={t('accuracyLabel', { accuracy: Math.round(100 * (last?.accuracies.at(-1) ?? 0)) })}
          xTicks={xTicks}
          yTicks={[0, 0.5, 1].map((at) => ({ at, text: `${100 * at}%` }))}
          xName={t('step')}
          yName={t('batchAccuracy')}
        >
          {lines(share, (run) => run.accuracies)}
        </Plot>
      </div>
    </div>
  );
}
