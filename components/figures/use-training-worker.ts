import { useCallback, useEffect, useRef, useState } from 'react';
import { hearWorker } from './hear-worker';
import { prefersStill } from './use-frames';

export type TrainingPhase = 'untouched' | 'running' | 'paused' | 'done' | 'failed';

/** Readers who asked for less motion see few frames, each for so long, of so many times the steps. */
const CALM = { ms: 500, factor: 10 };

/** What a figure trains, and how to ask for it. The worker answers each request of its present run with one frame. */
export interface Course<Frame> {
  makeWorker: () => Worker;
  /** Of frames; fetched with the first one. */
  schema: () => Promise<{ parse: (data: unknown) => Frame }>;
  /** The request for a new, untrained net. `run` tells its frames from those of earlier nets. */
  start: (run: number) => object;
  /** Steps between two frames. */
  steps: number;
  /** Whether there is nothing left to train. */
  isDone?: (frame: Frame) => boolean;
  onFrame?: (frame: Frame) => void;
}

/**
 * Drives the worker that trains for a figure. It is made, and what it needs fetched, at the first `play` or `step`. While it
 * plays, one request is under way at a time; the next leaves with the next animation frame. A worker that breaks ends the
 * run as `failed`; the next `play` makes another.
 */
export function useTrainingWorker<Frame extends { run: number }>(course: Course<Frame>) {
  const [{ phase, frame }, setState] = useState<{ phase: TrainingPhase; frame: Frame | null }>({
    phase: 'untouched',
    frame: null,
  });
  const worker = useRef<Worker | null>(null);
  const run = useRef(0);
  const playing = useRef(false);
  /** Requests of this run without an answer: `play` soon after `pause` must not start a second loop. */
  const unanswered = useRef(0);
  const latest = useRef(course);
  latest.current = course;

  const advance = useCallback((steps: number) => {
    unanswered.current += 1;
    worker.current?.postMessage({ type: 'advance', run: run.current, steps });
  }, []);

  const receive = useCallback(
    (received: Frame) => {
      if (received.run !== run.current) return;
      unanswered.current -= 1;
      const { isDone, onFrame } = latest.current;
      const done = isDone?.(received) ?? false;
      if (done) playing.current = false;
      setState({ phase: done ? 'done' : playing.current ? 'running' : 'paused', frame: received });
      onFrame?.(received);
      const calm = prefersStill();
      const next = () => {
        if (playing.current && unanswered.current === 0 && received.run === run.current)
          advance(latest.current.steps * (calm ? CALM.factor : 1));
      };
      if (calm) setTimeout(next, CALM.ms);
      else requestAnimationFrame(next);
    },
    [advance],
  );

  const leave = useCallback(() => {
    playing.current = false;
    worker.current?.terminate();
    worker.current = null;
  }, []);

  const begin = useCallback(() => {
    if (!worker.current) {
      const made = latest.current.makeWorker();
      hearWorker(made, latest.current.schema, receive, () => {
        leave();
        setState((old) => ({ ...old, phase: 'failed' }));
      });
      worker.current = made;
    }
    run.current += 1;
    unanswered.current = 1;
    worker.current.postMessage(latest.current.start(run.current));
  }, [leave, receive]);

  const fresh = phase !== 'running' && phase !== 'paused';

  const play = useCallback(() => {
    playing.current = true;
    setState((old) => ({ ...old, phase: 'running' }));
    if (fresh) begin();
    else if (unanswered.current === 0) advance(latest.current.steps);
  }, [advance, begin, fresh]);

  const pause = useCallback(() => {
    playing.current = false;
    setState((old) => (old.phase === 'running' ? { ...old, phase: 'paused' } : old));
  }, []);

  const step = useCallback(() => {
    playing.current = false;
    setState((old) => ({ ...old, phase: 'paused' }));
    if (fresh) begin();
    advance(1);
  }, [advance, begin, fresh]);

  const reset = useCallback(() => {
    playing.current = false;
    run.current += 1;
    setState({ phase: 'untouched', frame: null });
  }, []);

  useEffect(() => leave, [leave]);

  return { phase, frame, play, pause, step, reset };
}
