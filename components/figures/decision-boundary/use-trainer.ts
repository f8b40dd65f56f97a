'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { hearWorker } from '../hear-worker';
import type { BoundaryConfig } from './config';
import { appendLoss, type LossPoint } from './loss-history';
import type { Frame, Reply, Request } from './protocol';

/** Cells along each side of the live heat-map. */
export const LIVE_CELLS = 48;

export type Training = {
  phase: 'untouched' | 'loading' | 'running' | 'paused' | 'failed';
  frame: Frame | null;
  history: LossPoint[];
};

const untouched: Training = { phase: 'untouched', frame: null, history: [] };

/** How long a drawn frame stands at least, for readers who asked for less motion. In ms. */
const CALM_PAUSE = 500;

/**
 * Drives the training worker for one net. The worker, and with it the tensor library, is fetched at the first `play` or
 * `step`, never before. One request is under way at a time; the next leaves with the next animation frame.
 */
export function useTrainer(config: BoundaryConfig, stepsPerFrame: number) {
  const [training, setTraining] = useState<Training>(untouched);
  const worker = useRef<Worker | null>(null);
  const run = useRef(0);
  const playing = useRef(false);
  /** Requests of this run that the worker has not answered: `play` after a quick `pause` must not start a second loop. */
  const unanswered = useRef(0);
  const speed = useRef(stepsPerFrame);
  speed.current = stepsPerFrame;

  const ask = useCallback((request: Request) => {
    unanswered.current += 1;
    worker.current?.postMessage(request);
  }, []);

  const fail = useCallback(() => {
    playing.current = false;
    worker.current?.terminate();
    worker.current = null;
    setTraining((old) => ({ ...old, phase: 'failed' }));
  }, []);

  const receive = useCallback(
    (reply: Reply) => {
      if (reply.run !== run.current) return;
      unanswered.current -= 1;
      if (reply.type === 'failed' || !Number.isFinite(reply.loss)) return fail();
      setTraining(({ history }) => ({
        phase: playing.current ? 'running' : 'paused',
        frame: reply,
        history: appendLoss(history, { step: reply.step, loss: reply.loss }),
      }));
      if (!playing.current) return;
      const next = () => {
        if (playing.current && unanswered.current === 0 && reply.run === run.current)
          ask({ type: 'advance', run: reply.run, steps: speed.current });
      };
      if (matchMedia('(prefers-reduced-motion: reduce)').matches) setTimeout(next, CALM_PAUSE);
      else requestAnimationFrame(next);
    },
    [ask, fail],
  );

  const begin = useCallback(() => {
    if (!worker.current) {
      worker.current = new Worker(new URL('./trainer.worker.ts', import.meta.url), { type: 'module' });
      hearWorker(worker.current, async () => (await import('./protocol')).ReplySchema, receive, fail);
    }
    run.current += 1;
    unanswered.current = 0;
    setTraining({ phase: 'loading', frame: null, history: [] });
    ask({ type: 'new', run: run.current, config, cells: LIVE_CELLS });
  }, [ask, config, fail, receive]);

  const fresh = training.phase === 'untouched' || training.phase === 'failed';

  const play = useCallback(() => {
    playing.current = true;
    if (fresh) return begin();
    setTraining((old) => ({ ...old, phase: 'running' }));
    if (unanswered.current === 0) ask({ type: 'advance', run: run.current, steps: speed.current });
  }, [ask, begin, fresh]);

  const pause = useCallback(() => {
    playing.current = false;
    setTraining((old) => (old.phase === 'running' ? { ...old, phase: 'paused' } : old));
  }, []);

  const step = useCallback(() => {
    playing.current = false;
    if (fresh) begin();
    ask({ type: 'advance', run: run.current, steps: 1 });
  }, [ask, begin, fresh]);

  const reset = useCallback(() => {
    playing.current = false;
    run.current += 1;
    setTraining(untouched);
  }, []);

  useEffect(
    () => () => {
      playing.current = false;
      worker.current?.terminate();
      worker.current = null;
    },
    [],
  );

  return { training, play, pause, step, reset };
}
