'use client';

import { useEffect, useState } from 'react';
import { onSessionEvent } from '@/components/session/events';
import { tellMoment } from './discussion-api';

const HERE_MS = 20_000;
const GONE_MS = 45_000;
const TYPING_MS = 5_000;

interface Companion {
  name: string;
  seen: number;
  typing: number;
}

export interface Company {
  here: string[];
  typing: string[];
}

/** Who else reads the thread just now, and who writes; tells them of this reader. `onLost`: the server did not answer. */
export function useCompany(thread: string, viewer: string, onLost: () => void): Company {
  const [company, setCompany] = useState<ReadonlyMap<string, Companion>>(new Map());

  useEffect(() => {
    const say = (state: 'arrived' | 'here' | 'left') =>
      tellMoment({ type: 'presence', thread, state }).catch(() => state === 'here' && onLost());
    void say('arrived');
    const beat = setInterval(() => document.visibilityState === 'visible' && void say('here'), HERE_MS);
    const sweep = setInterval(() => setCompany(withoutOld), 1_000);
    const unsubscribe = onSessionEvent((event) => {
      if ((event.type !== 'presence' && event.type !== 'typing') || event.thread !== thread) return;
      const { id, name } = event.user;
      if (id === viewer) return;
      if (event.type === 'presence' && event.state === 'arrived') void say('here');
      setCompany((known) => {
        const next = new Map(known);
        const now = Date.now();
        if (event.type === 'presence' && event.state === 'left') next.delete(id);
        else next.set(id, { name, seen: now, typing: event.type === 'typing' ? now : (next.get(id)?.typing ?? 0) });
        return next;
      });
    });
    return () => {
      clearInterval(beat);
      clearInterval(sweep);
      unsubscribe();
      void say('left');
    };
  }, [thread, viewer, onLost]);

  const people = [...company.values()];
  const now = Date.now();
  return {
    here: people.map(({ name }) => name),
    typing: people.filter(({ typing }) => now - typing < TYPING_MS).map(({ name }) => name),
  };
}

function withoutOld(company: ReadonlyMap<string, Companion>): ReadonlyMap<string, Companion> {
  const now = Date.now();
  const changes = [...company.values()].some(
    ({ seen, typing }) => now - seen > GONE_MS || (typing > 0 && now - typing > TYPING_MS),
  );
  if (!changes) return company;
  return new Map(
    [...company].flatMap(([id, one]) =>
      now - one.seen > GONE_MS ? [] : [[id, now - one.typing > TYPING_MS ? { ...one, typing: 0 } : one] as const],
    ),
  );
}
