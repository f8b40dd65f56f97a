import { useCallback, useEffect, useRef, useState } from 'react';
import { hearWorker } from '../hear-worker';
import type { LabConfig } from './config';
import type { Frame, Request } from './protocol';
import { STEPS } from './trainer';

/** Cells along each side of the live heat-map. */
export const LIVE_CELLS = 40;
const STEPS_PER_FRAME = 20;
/** Readers who asked for less motion see a tenth of the frames. */
const CALM_FACTOR = 10;

export type Lab = { phase: 'untouched' | 'running' | 'paused' | 'done' | 'failed'; frame: Frame | null };
const untouched: Lab = { phase: 'untouched', frame: null };

/**
 * Drives the worker for one run of the lab. The worker is made at the first `play`. One request is under way at a time;
 * the next leaves with the next animation frame.
 */
export function useLab(config: LabConfig) {
  const [lab, setLab] = useState<Lab>(untouched);
  const worker = useRef<Worker | null>(null);
  const run = useRef(0);
  const playing = useRef(false);
  const waiting = useRef(false);

  const ask = useCallback((request: Request) => {
    waiting.current = true;
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
      waiting.current = false;
      const done = frame.stopped || frame.step >= STEPS;
      if (done) playing.current = false;
      setLab({ phase: done ? 'done' : playing.current ? 'running' : 'paused', frame });
      const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
      requestAnimationFrame(() => {
        if (playing.current && !waiting.current && frame.run === run.current)
          ask({ type: 'advance', run: frame.run, steps: calm ? CALM_FACTOR * STEPS_PER_FRAME : STEPS_PER_FRAME });
      });
    },
    [ask],
  );

  const play = useCallback(() => {
    playing.current = true;
    setLab((old) => ({ ...old, phase: 'running' }));
    if (lab.phase === 'paused') {
      if (!waiting.current) ask({ type: 'advance', run: run.current, steps: STEPS_PER_FRAME });
      return;
    }
    if (!worker.current) {
      worker.current = new Worker(new URL('./trainer.worker.ts', import.meta.url), { type: 'module' });
      hearWorker(worker.current, async () => (await import('./protocol')).FrameSchema, receive, fail);
    }
    run.current += 1;
    ask({ type: 'new', run: run.current, config: { ...config, on: [...config.on] }, cells: LIVE_CELLS });
  }, [ask, config, fail, lab.phase, receive]);

  const pause = useCallback(() => {
    playing.current = false;
    setLab((old) => (old.phase === 'running' ? { ...old, phase: 'paused' } : old));
  }, []);

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

  return { lab, play, pause, reset };
}
