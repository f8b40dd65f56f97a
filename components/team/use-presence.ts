'use client';

import { useEffect, useState } from 'react';
import { useSessionEvents } from './use-session-events';

const BEAT_MS = 20_000;
/** Two beats may be lost. */
const GONE_MS = 50_000;

async function say(team: string, hello: boolean): Promise<void> {
  await fetch(`/api/teams/${team}/presence`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ hello }),
  }).catch(() => {
    // The next beat tries again.
  });
}

/**
 * Who of a team has a page of it open now. Each page says so from time to time, and asks the others when it comes; nothing
 * of it is kept anywhere.
 */
export function usePresence(team: string | null, viewer: string): ReadonlySet<string> {
  const [seen, setSeen] = useState<ReadonlyMap<string, number>>(new Map());
  const [now, setNow] = useState(() => Date.now());

  useSessionEvents((event) => {
    if (event.type === 'resync' && team !== null) void say(team, true);
    if (event.type !== 'team-presence' || event.team !== team) return;
    const at = Date.now();
    setSeen((before) => new Map(before).set(event.user, at));
    setNow(at);
    if (event.hello && event.user !== viewer) void say(team, false);
  });

  useEffect(() => {
    if (team === null) return;
    void say(team, true);
    const timer = setInterval(() => {
      setNow(Date.now());
      if (document.visibilityState === 'visible') void say(team, false);
    }, BEAT_MS);
    return () => clearInterval(timer);
  }, [team]);

  return new Set([viewer, ...[...seen].flatMap(([user, at]) => (now - at < GONE_MS ? [user] : []))]);
}
