'use client';

import { useEffect, useState } from 'react';

/** The server's time, milliseconds, as often as a second hand needs it; it stands still unless `ticks`. */
export function useNow(offset: number, ticks: boolean): number {
  const [, setTick] = useState(0);
  useEffect(() => {
    if (!ticks) return;
    const timer = setInterval(() => setTick((count) => count + 1), 250);
    return () => clearInterval(timer);
  }, [ticks]);
  return performance.now() + offset;
}

/** `7:05`; of what is overdrawn, the amount. */
export function showTime(ms: number): string {
  // Rounded up while it runs down: 0:01 is shown for the whole last second.
  const seconds = ms >= 0 ? Math.ceil(ms / 1000) : Math.floor(-ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
