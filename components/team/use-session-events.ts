'use client';

import { useEffect, useEffectEvent } from 'react';
import { onSessionEvent, type SessionEvent } from '@/components/session/events';

/** Hears the reader's event stream while the component is there. */
export function useSessionEvents(listener: (event: SessionEvent) => void): void {
  const latest = useEffectEvent(listener);
  useEffect(() => onSessionEvent((event) => latest(event)), []);
}
