'use client';

import { type ComponentProps, type ComponentType, lazy, Suspense } from 'react';
import type { MatchCheck } from './match-check';
import type { OrderCheck } from './order-check';

/**
 * A check whose code only the pages that show it fetch. It is part of the page as served; when its code does not arrive
 * (offline) it stays as it is, and the next visit tries again.
 */
function late<P extends object>(load: () => Promise<ComponentType<P>>) {
  return lazy(() =>
    load()
      .then((component) => ({ default: component }))
      .catch(() => new Promise<never>(() => {})),
  );
}

const Order = late(async () => (await import('./order-check')).OrderCheck);
const Match = late(async () => (await import('./match-check')).MatchCheck);

// Seen only when a link leads here within the site before the code is there.
const waiting = <div className="quick-check quick-check-waiting" />;

export function LateOrderCheck(props: ComponentProps<typeof OrderCheck>) {
  return (
    <Suspense fallback={waiting}>
      <Order {...props} />
    </Suspense>
  );
}

export function LateMatchCheck(props: ComponentProps<typeof MatchCheck>) {
  return (
    <Suspense fallback={waiting}>
      <Match {...props} />
    </Suspense>
  );
}
