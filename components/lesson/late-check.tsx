'use client';

import { type ReactNode, useRef, useState } from 'react';
import type { MatchCheckProps } from './match-view';
import type { OrderCheckProps } from './order-view';
import { useNear } from './use-near';

type LateCheckProps = ({ kind: 'order' } & OrderCheckProps) | ({ kind: 'match' } & MatchCheckProps);

/** The check with the code that it takes to answer it, a chunk of its own for each kind. */
async function load(check: LateCheckProps): Promise<ReactNode> {
  if (check.kind === 'order') {
    const { OrderCheck } = await import('./order-check');
    return <OrderCheck {...check} />;
  }
  const { MatchCheck } = await import('./match-check');
  return <MatchCheck {...check} />;
}

/**
 * Shows the served form of a check (children), which cannot be answered yet, and swaps the answerable one in, of the very
 * same layout, once it is about to be seen. Pages without such a check carry none of its code.
 */
export function LateCheck({ check, children }: { check: LateCheckProps; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [live, setLive] = useState<ReactNode>(null);
  // Offline: the served form stays; the next visit tries again.
  useNear(place, () => {
    load(check).then(setLive, () => {});
  });
  return (
    <div ref={place} className="quick-check-place">
      {live ?? children}
    </div>
  );
}
