'use client';

import { useEffect, useRef } from 'react';

/** Whether the reader has asked their system for less motion. */
export const prefersStill = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Calls `onFrame` about `perSecond` times a second while `running`, on the browser's own frames and never faster. */
export function useFrames(running: boolean, perSecond: number, onFrame: () => void): void {
  const latest = useRef(onFrame);
  useEffect(() => {
    latest.current = onFrame;
  });
  useEffect(() => {
    if (!running) return;
    let last = 0;
    let frame = requestAnimationFrame(function next(now) {
      if (now - last >= 1000 / perSecond) {
        last = now;
        latest.current();
      }
      frame = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(frame);
  }, [running, perSecond]);
}
