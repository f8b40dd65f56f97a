import 'server-only';
import { setImmediate } from 'node:timers/promises';

/** How long others wait for a slice of this work, milliseconds. */
const SLICE_MS = 12;

/** To be awaited between small pieces of long work: lets others have their turn once a slice is over. */
export function takeTurns(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < SLICE_MS) return;
    return setImmediate().then(() => {
      since = performance.now();
    });
  };
}
