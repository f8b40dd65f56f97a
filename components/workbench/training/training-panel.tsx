'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useId, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { ProgressBar } from '@/components/ui/progress-bar';
import { type ReferenceCurves, ReferenceCurvesSchema } from '@/contracts/training';
import type { Locale } from '@/grading/localized';
import { NETS } from '@/grading/training/presets';
import { Link } from '@/i18n/navigation';
import { GradientHint } from '../report/thrown-error';
import { type WorkbenchExercise, workbenchSession } from '../workbench-session';
import { accuracyOf, confusionOf, mistakenOf } from './confusion';
import { ConfusionMatrix } from './confusion-matrix';
import { Curves, seriesOf } from './curves';
import { MistakenImages } from './mistaken-images';
import { type RoomNote, type RoomOptions, type TrainingRun, trainingRoom } from './training-room';

/** Trains the net that is in the editor, for as long as its reader likes. */
export function TrainingPanel({ exercise }: { exercise: WorkbenchExercise }) {
  const t = useTranslations('workbench.training');
  const locale = useLocale() as Locale;
  const switches = NETS[exercise.id] ?? [];
  const room = useMemo(() => trainingRoom(exercise, switches), [exercise, switches]);
  const state = useSyncExternalStore(room.store.subscribe, room.store.get);
  const curves = useReferenceCurves(exercise.training);
  const { phase, options, device, judged, runs, stepMs, weights } = state;
  const run = runs.at(-1);
  const steps = run?.options.steps ?? options.steps;
  const done = run?.losses.length ?? 0;
  const busy = phase === 'starting' || phase === 'running';
  const live = phase === 'running' || phase === 'paused' || phase === 'finished';
  const counts = judged && confusionOf(judged);
  const start = () => void room.start(workbenchSession(exercise).draft.store.get().text);

  async function save() {
    const url = URL.createObjectURL(new Blob([await room.export()], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = `${exercise.id.split('/')[1]}-weights.json`;
    link.click();
    URL.revokeObjectURL(url);
  }

  return (
    <div className="space-y-5" data-training={phase}>
      <p className="text-sm">{t('lead')}</p>
      <Settings options={options} switches={switches} disabled={busy} onChoose={room.choose} />
      <div role="toolbar" aria-label={t('toolbar')} className="flex flex-wrap gap-2">
        {!busy && (
          <Button tone="primary" size="small" onClick={start}>
            {runs.length > 0 ? t('trainAgain') : t('train')}
          </Button>
        )}
        {busy && (
          <Button size="small" onClick={room.pause} disabled={phase !== 'running'}>
            {t('pause')}
          </Button>
        )}
        {phase === 'paused' && (
          <Button size="small" onClick={room.resume}>
            {t('resume')}
          </Button>
        )}
        <Button size="small" onClick={room.judge} disabled={!live}>
          {t('judge')}
        </Button>
        <Button size="small" onClick={save} disabled={!live}>
          {t('export')}
        </Button>
        <ImportButton onFile={room.import} disabled={busy} />
        <Button size="small" tone="plain" onClick={room.reset} disabled={runs.length === 0 && !weights}>
          {t('reset')}
        </Button>
      </div>
      <Note note={state.note} />
      {(busy || done > 0) && (
        <div className="space-y-1">
          <ProgressBar label={t('progress', { done, steps })} value={done} max={steps} />
          <p className="flex flex-wrap gap-x-4 text-xs text-muted" role="status">
            <span>{phase === 'starting' ? t('starting') : t('progress', { done, steps })}</span>
            {phase === 'running' && stepMs !== null && (
              <span>{t('left', { seconds: Math.ceil(((steps - done) * stepMs) / 1000) })}</span>
            )}
            {phase === 'paused' && <span>{t('paused')}</span>}
            {phase === 'finished' && <span>{t('finished')}</span>}
          </p>
        </div>
      )}
      {device && (
        <p className="text-xs text-muted" data-training-device={device.backend}>
          {t('device', { backend: { webgpu: 'WebGPU', webgl: 'WebGL', cpu: 'CPU' }[device.backend] })}
          {device.fallback && ` ${device.fallback[locale]}`}
          {state.parameters !== null && ` ${t('parameters', { count: state.parameters })}`}
        </p>
      )}
      <Curves runs={runs} band={curves?.bands[ablationOf(options)] ?? null} />
      <Legend runs={runs} band={curves?.bands[ablationOf(options)] ?? null} />
      {counts && judged && (
        <>
          <h3 className="text-base font-semibold">
            {t('judgedAt', {
              step: judged.at,
              accuracy: Math.round(100 * accuracyOf(counts)),
              images: judged.labels.length,
            })}
          </h3>
          <ConfusionMatrix counts={counts} />
          <MistakenImages mistaken={mistakenOf(judged)} />
        </>
      )}
    </div>
  );
}

/** Name of the reference's curves for these switches; curves are there for one switch off at most. */
function ablationOf({ switches }: RoomOptions): string {
  const off = Object.keys(switches).filter((name) => !switches[name]);
  return off.length === 0 ? 'whole' : `without ${off.join(' and ')}`;
}

function useReferenceCurves(url: string | null): ReferenceCurves | null {
  const [curves, setCurves] = useState<ReferenceCurves | null>(null);
  useEffect(() => {
    if (url === null) return;
    let gone = false;
    fetch(url)
      .then((response) => response.json())
      .then((json) => {
        if (!gone) setCurves(ReferenceCurvesSchema.parse(json));
      })
      // Without them only the reader's own curves are drawn.
      .catch(() => {});
    return () => {
      gone = true;
    };
  }, [url]);
  return curves;
}

const LIMITS = {
  seed: { min: 0, max: 4_294_967_295, step: 1 },
  lr: { min: 0.0001, max: 1, step: 'any' },
  batch: { min: 1, max: 128, step: 1 },
  steps: { min: 1, max: 5000, step: 1 },
} as const;

function Settings({
  options,
  switches,
  disabled,
  onChoose,
}: {
  options: RoomOptions;
  switches: readonly string[];
  disabled: boolean;
  onChoose(part: Partial<RoomOptions>): void;
}) {
  const t = useTranslations('workbench.training');
  const id = useId();
  return (
    <fieldset disabled={disabled} className="grid grid-cols-2 gap-3 border-0 p-0 sm:grid-cols-4">
      <legend className="sr-only">{t('settings')}</legend>
      {(Object.keys(LIMITS) as (keyof typeof LIMITS)[]).map((name) => (
        <label key={name} htmlFor={`${id}-${name}`} className="text-xs">
          {t(`options.${name}`)}
          <input
            id={`${id}-${name}`}
            type="number"
            {...LIMITS[name]}
            defaultValue={options[name]}
            onChange={({ currentTarget }) => {
              if (currentTarget.validity.valid && currentTarget.value !== '') {
                onChoose({ [name]: currentTarget.valueAsNumber });
              }
            }}
            className="mt-1 block w-full rounded border border-edge bg-paper px-2 py-1 text-sm invalid:border-fail"
          />
        </label>
      ))}
      {switches.map((name) => (
        <label key={name} className="col-span-2 flex items-center gap-2 text-sm">
          <input
            type="checkbox"
            checked={options.switches[name] ?? true}
            onChange={({ currentTarget }) =>
              onChoose({ switches: { ...options.switches, [name]: currentTarget.checked } })
            }
          />
          {t(`switches.${name}`)}
        </label>
      ))}
    </fieldset>
  );
}

function ImportButton({ onFile, disabled }: { onFile(file: Blob): Promise<void>; disabled: boolean }) {
  const t = useTranslations('workbench.training');
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size="small" disabled={disabled} onClick={() => input.current?.click()}>
        {t('import')}
      </Button>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        hidden
        data-import
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) void onFile(file);
          // The same file may be chosen again.
          currentTarget.value = '';
        }}
      />
    </>
  );
}

function Legend({ runs, band }: { runs: readonly TrainingRun[]; band: ReferenceCurves['bands'][string] | null }) {
  const t = useTranslations('workbench.training');
  return (
    <ul className="space-y-1 text-xs text-muted">
      {runs.map((run) => {
        const off = Object.keys(run.options.switches).filter((name) => !run.options.switches[name]);
        const { seed, lr, batch } = run.options;
        return (
          <li key={run.id}>
            <span
              aria-hidden
              className="me-1.5 inline-block w-4 border-t-2 align-middle"
              style={{ borderColor: seriesOf(run) }}
            />
            {t('run', { seed, lr, batch })}
            {off.length > 0 && ` ${t('without', { parts: off.map((name) => t(`switches.${name}`)).join(', ') })}`}
          </li>
        );
      })}
      {band && (
        <li>
          <span aria-hidden className="me-1.5 inline-block w-4 border-t-2 border-dashed border-muted align-middle" />
          {t('band', { seeds: band.seeds })}
        </li>
      )}
    </ul>
  );
}

function Note({ note }: { note: RoomNote | null }) {
  const t = useTranslations('workbench.training');
  const locale = useLocale() as Locale;
  if (!note) return null;
  if (note.kind === 'imported') return <Notice live>{t('note.imported', { step: note.step })}</Notice>;
  return (
    <div data-note={note.kind}>
      <Notice tone={note.kind === 'nan' ? 'warn' : 'fail'} live>
        {note.kind === 'nan' && t('note.nan', { step: note.step })}
        {note.kind === 'problem' && note.problem.message[locale]}
        {note.kind === 'threw' && (
          <>
            {t('note.threw', { name: note.name, message: note.message })}
            <GradientHint message={note.message} />
          </>
        )}
        {note.kind === 'unfit' && t('note.unfit', { tensor: note.tensor })}
        {note.kind === 'lost' && t('note.lost')}
        {note.kind === 'silent' && t('note.silent')}
        {note.kind === 'failed' && t('note.failed')}
        {note.kind === 'bad-file' && <BadFileText bad={note.bad} />}
        {note.kind === 'problem' && note.problem.exercise && (
          <>
            {' '}
            <Link href={`/exercises/${note.problem.exercise}`} className="underline">
              {t('toExercise')}
            </Link>
          </>
        )}
      </Notice>
    </div>
  );
}

function BadFileText({ bad }: { bad: Extract<RoomNote, { kind: 'bad-file' }>['bad'] }) {
  const t = useTranslations('workbench.training.note');
  if (bad.bad === 'not-weights') return t('notWeights', { where: bad.where });
  if (bad.bad === 'other-exercise') return t('otherExercise', { exercise: bad.exercise });
  return bad.bad === 'too-large' ? t('tooLarge') : t('notJson');
}
