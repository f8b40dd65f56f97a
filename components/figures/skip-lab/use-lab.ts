import { useCallback, useEffect, useRef, useState } from 'react';
import { hearWorker } from '../hear-worker';
import { prefersStill } from '../use-frames';
import type { SkipConfig } from './config';
import type { Frame, Request } from './protocol';
import { STEPS } from './trainer';

const STEPS_PER_FRAME = 4;
/** Readers who asked for less motion see a tenth of the frames. */
const CALM_FACTOR = 10;

export type Phase = 'untouched' | 'running' | 'paused' | 'done' | 'failed';
type Lab = { phase: Phase; frame: Frame | null };
const untouched: Lab = { phase: 'untouched', frame: null };

/**
 * Drives the worker for one run of the lab. The worker is made at the first `play` or `step`. One request is under way at
 * a time while it plays; the next leaves with the next animation frame.
 */
export function useLab({ depth, seed }: SkipConfig) {
  const [lab, setLab] = useState<Lab>(untouched);
  const worker = useRef<Worker | null>(null);
  const run = useRef(0);
  const playing = useRef(false);
  /** Requests of this run without an answer: `play` soon after `pause` must not start a second loop. */
  const unanswered = useRef(0);

  const ask = useCallback((request: Request) => {
    unanswered.current += 1;
    worker.current?.postMessage(request);
  }, []);

  const fail = useCallback(() => {
    playing.current = false;
    worker.current?.terminate();
    worker.current = null;
    setLab((old) => ({ ...old, phase: 'failed' }));
  }, []);

  const receive = useCallback(
    (frame: Frame) => {
      if (frame.run !== run.current) return;
      unanswered.current -= 1;
      const done = frame.now.step >= STEPS;
      if (done) playing.current = false;
      setLab({ phase: done ? 'done' : playing.current ? 'running' : 'paused', frame });
      const steps = prefersStill() ? CALM_FACTOR * STEPS_PER_FRAME : STEPS_PER_FRAME;
      requestAnimationFrame(() => {
        if (playing.current && unanswered.current === 0 && frame.run === run.current)
          ask({ type: 'advance', run: frame.run, steps });
      });
    },
    [ask],
  );

  const begin = useCallback(() => {
    if (!worker.current) {
      worker.current = new Worker(new URL('./trainer.worker.ts', import.meta.url), { type: 'module' });
      hearWorker(worker.current, async () => (await import('./protocol')).FrameSchema, receive, fail);
    }
    run.current += 1;
    unanswered.current = 0;
    ask({ type: 'new', run: run.current, depth, seed });
  }, [ask, depth, seed, fail, receive]);

  const fresh = lab.phase !== 'running' && lab.phase !== 'paused';

  const play = useCallback(() => {
    playing.current = true;
    setLab((old) => ({ ...old, phase: 'running' }));
    if (fresh) begin();
    else if (unanswered.current === 0) ask({ type: 'advance', run: run.current, steps: STEPS_PER_FRAME });
  }, [ask, begin, fresh]);

  const pause = useCallback(() => {
    playing.current = false;
    setLab((old) => (old.phase === 'running' ? { ...old, phase: 'paused' } : old));
  }, []);

  const step = useCallback(() => {
    playing.current = false;
    setLab((old) => ({ ...old, phase: 'paused' }));
    if (fresh) begin();
    ask({ type: 'advance', run: run.current, steps: 1 });
  }, [ask, begin, fresh]);

  const reset = useCallback(() => {
    playing.current = false;
    run.current += 1;
    setLab(untouched);
  }, []);

  useEffect(
    () => () => {
      playing.current = false;
      worker.current?.terminate();
      worker.current = null;
    },
    [],
  );

  return { lab, play, pause, step, reset };
}
