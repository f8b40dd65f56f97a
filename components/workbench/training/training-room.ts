import { createStore, type Store } from '@/components/session/store';
import { type SessionEvent, startTrainingSession, type TrainingSession } from '@/grading/browser/training-session';
import { compile } from '@/grading/compile';
import { compileLayers } from '@/grading/compile-layers';
import { readFixture } from '@/grading/fixture';
import type { Device, Problem } from '@/grading/report';
import { JUDGED, STANDARD } from '@/grading/training/presets';
import type { RoomEvent } from '@/grading/training/room-messages';
import type { Switches } from '@/grading/training/trainer';
import { loadLibrary } from '../my-library';
import type { WorkbenchExercise } from '../workbench-session';
import { type BadFile, MAX_FILE_BYTES, readWeights, type WeightsFile, writeWeights } from './weights-file';

export interface RoomOptions {
  seed: number;
  lr: number;
  batch: number;
  steps: number;
  switches: Switches;
}

/** One training and its curves, which stay when another begins. */
export interface TrainingRun {
  id: number;
  options: RoomOptions;
  /** Step before the first of the curves: that of imported weights. */
  from: number;
  losses: (number | null)[];
  accuracies: (number | null)[];
}

export type Judged = Extract<RoomEvent, { type: 'judged' }>;

/** What the reader must be told. */
export type RoomNote =
  | { kind: 'nan'; step: number }
  | { kind: 'problem'; problem: Problem }
  | { kind: 'threw'; name: string; message: string }
  | { kind: 'unfit'; tensor: string }
  | { kind: 'lost' | 'silent' | 'failed' }
  | { kind: 'bad-file'; bad: BadFile | { bad: 'too-large' } }
  | { kind: 'imported'; step: number };

export interface RoomState {
  phase: 'idle' | 'starting' | 'running' | 'paused' | 'finished';
  options: RoomOptions;
  device: Device | null;
  parameters: number | null;
  /** The last is the present one. */
  runs: TrainingRun[];
  judged: Judged | null;
  note: RoomNote | null;
  /** Imported, for the next start. */
  weights: WeightsFile | null;
  /** Milliseconds that a step takes, by the last few; null before. */
  stepMs: number | null;
}

/** Curves that are kept for comparison. */
const MOST_RUNS = 5;
/** A weight of the newest step's time in the average. */
const FRESHNESS = 0.2;

export interface TrainingRoom {
  store: Pick<Store<RoomState>, 'get' | 'subscribe'>;
  choose(part: Partial<RoomOptions>): void;
  start(source: string): Promise<void>;
  pause(): void;
  resume(): void;
  /** Ends what runs and forgets all curves. */
  reset(): void;
  judge(): void;
  /** The weights of now, as the text of a file. */
  export(): Promise<string>;
  import(file: Blob): Promise<void>;
}

/** The training of one exercise's net in this page; it goes on while the reader looks at something else. */
export function createTrainingRoom(exercise: WorkbenchExercise, switches: readonly string[]): TrainingRoom {
  const initial: RoomState = {
    phase: 'idle',
    options: {
      seed: 1,
      lr: STANDARD.lr,
      batch: STANDARD.batch,
      steps: STANDARD.steps,
      switches: Object.fromEntries(switches.map((name) => [name, true])),
    },
    device: null,
    parameters: null,
    runs: [],
    judged: null,
    note: null,
    weights: null,
    stepMs: null,
  };
  const store = createStore(initial);
  let session: TrainingSession | undefined;
  let runs = 0;
  let lastStep = 0;
  let exported: ((text: string) => void) | undefined;

  const change = (part: Partial<RoomState>) => store.set({ ...store.get(), ...part });

  function stop(note: RoomNote): void {
    session?.end();
    session = undefined;
    change({ phase: 'idle', note });
  }

  function stepped({ at, loss, accuracy }: Extract<RoomEvent, { type: 'step' }>): void {
    const { runs: all, stepMs } = store.get();
    const run = all.at(-1);
    if (!run) return;
    const now = performance.now();
    const took = now - lastStep;
    lastStep = now;
    const next = { ...run, losses: [...run.losses, loss], accuracies: [...run.accuracies, accuracy] };
    change({
      runs: [...all.slice(0, -1), next],
      // The first step compiles shaders: it says nothing about the next.
      stepMs: run.losses.length === 0 ? null : stepMs === null ? took : stepMs + FRESHNESS * (took - stepMs),
      ...(loss === null && { note: { kind: 'nan', step: at } }),
    });
  }

  function received(event: SessionEvent): void {
    switch (event.type) {
      case 'device':
        change({ device: event.device });
        return;
      case 'started':
        lastStep = performance.now();
        change({ phase: 'running', parameters: event.parameters });
        return;
      case 'step':
        stepped(event);
        return;
      case 'judged':
        change({ judged: event });
        return;
      case 'paused':
        change({ phase: 'paused' });
        return;
      case 'finished':
        change({ phase: 'finished' });
        return;
      case 'weights': {
        const { at: step, parameters, statistics } = event;
        exported?.(writeWeights({ exercise: exercise.id, step, parameters, statistics }));
        exported = undefined;
        return;
      }
      case 'problem':
        stop({ kind: 'problem', problem: event.problem });
        return;
      case 'threw':
        stop({ kind: 'threw', name: event.thrown.name, message: event.thrown.message });
        return;
      case 'unfit':
        stop({ kind: 'unfit', tensor: event.name });
        return;
      case 'lost':
      case 'silent':
        stop({ kind: event.type });
        return;
      case 'crashed':
        stop({ kind: 'failed' });
        return;
    }
  }

  async function jobOf(source: string) {
    const response = await fetch(exercise.fixture);
    const { entries, forbidden } = readFixture(await response.text());
    const library = await loadLibrary();
    const compiled = compile(source, { entries, forbidden, library });
    if (!compiled.ok) return compiled;
    const linked = compileLayers(library, compiled.layers);
    return linked.ok ? { ok: true as const, source: compiled.source, forbidden, layers: linked.layers } : linked;
  }

  return {
    store,
    choose: (part) => change({ options: { ...store.get().options, ...part } }),
    async start(source) {
      session?.end();
      session = undefined;
      runs += 1;
      const own = runs;
      const { options, weights } = store.get();
      change({ phase: 'starting', note: null, stepMs: null, judged: null });
      const job = await jobOf(source).catch(() => null);
      if (own !== runs) return;
      if (job === null) return stop({ kind: 'failed' });
      if (!job.ok) return stop({ kind: 'problem', problem: job.problem });
      const from = weights?.step ?? 0;
      const run: TrainingRun = { id: own, options, from, losses: [], accuracies: [] };
      change({ runs: [...store.get().runs, run].slice(-MOST_RUNS), weights: null });
      const { seed, lr, batch, switches: on } = options;
      session = startTrainingSession(
        exercise.runners,
        {
          source: job.source,
          forbidden: job.forbidden,
          layers: job.layers,
          options: {
            seed,
            lr,
            batch,
            switches: on,
            images: STANDARD.images,
            judged: JUDGED,
            steps: from + options.steps,
          },
          ...(weights && { weights }),
        },
        (event) => own === runs && received(event),
      );
    },
    pause() {
      session?.ask('judge');
      session?.ask('pause');
    },
    resume() {
      change({ phase: 'running' });
      lastStep = performance.now();
      session?.ask('resume');
    },
    reset() {
      session?.end();
      session = undefined;
      runs += 1;
      store.set({ ...initial, options: store.get().options });
    },
    judge: () => session?.ask('judge'),
    export() {
      return new Promise((resolve) => {
        exported = resolve;
        session?.ask('export');
      });
    },
    async import(file) {
      const weights =
        file.size > MAX_FILE_BYTES ? { bad: 'too-large' as const } : readWeights(await file.text(), exercise.id);
      if ('bad' in weights) change({ note: { kind: 'bad-file', bad: weights } });
      else change({ weights, note: { kind: 'imported', step: weights.step } });
    },
  };
}

const rooms = new Map<string, TrainingRoom>();

/** The one room of an exercise on this page. */
export function trainingRoom(exercise: WorkbenchExercise, switches: readonly string[]): TrainingRoom {
  const room = rooms.get(exercise.id) ?? createTrainingRoom(exercise, switches);
  rooms.set(exercise.id, room);
  return room;
}
