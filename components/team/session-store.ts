'use client';

import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { api } from '@/components/session/api';
import type { PeerSession } from '@/contracts/peer-session';
import { clockOffset, type TimeSample } from '@/contracts/session-clock';
import { useSessionEvents } from './use-session-events';

/** Requests whose times are compared: older ones say little about a clock that drifts. */
const SAMPLES = 6;
/** Staff hear no events of a team that they are not in, milliseconds. */
const ONLOOKER_POLL_MS = 8_000;

export interface SessionAccess {
  session: PeerSession | null;
  error: unknown;
  /** Add it to `performance.now()` to get the server's time: the clock on the device's wall is not asked. */
  offset: number;
  reload(): void;
  /** Sends a change and shows what it led to. @throws {ApiError} */
  change(path: string, method: 'POST' | 'PUT' | 'DELETE', body?: unknown): Promise<void>;
}

type Answer = { session: PeerSession; serverTime: number };

/** A session as the server has it, kept up to date by its events. */
export function useSession(id: string): SessionAccess {
  const [answer, setAnswer] = useState<{ session: PeerSession | null; error: unknown; offset: number }>({
    ...{ session: null, error: null, offset: 0 },
  });
  const samples = useRef<TimeSample[]>([]);
  const flight = useRef<{ on: boolean; again: boolean }>({ on: false, again: false });

  const ask = useCallback(async (path: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE', body?: unknown) => {
    const sent = performance.now();
    const { session, serverTime }: Answer = await api(path, {
      ...(body === undefined ? { method } : { method, body }),
      schema: async () => (await import('@/contracts/peer-session')).PeerSessionAnswerSchema,
    });
    samples.current = [
      ...samples.current.slice(1 - SAMPLES),
      { sent, received: performance.now(), server: serverTime },
    ];
    setAnswer({ session, error: null, offset: clockOffset(samples.current) });
  }, []);

  // Events come in bursts: while one answer is under way, one more request serves all that came meanwhile.
  const reload = useCallback(async () => {
    if (flight.current.on) {
      flight.current.again = true;
      return;
    }
    flight.current.on = true;
    do {
      flight.current.again = false;
      await ask(`/api/peer-sessions/${id}`, 'GET').catch((error: unknown) => setAnswer((old) => ({ ...old, error })));
    } while (flight.current.again);
    flight.current.on = false;
  }, [ask, id]);

  const change = useCallback(
    async (path: string, method: 'POST' | 'PUT' | 'DELETE', body?: unknown) => {
      try {
        await ask(`/api/peer-sessions/${id}${path}`, method, body);
      } catch (error) {
        void reload();
        throw error;
      }
    },
    [ask, id, reload],
  );

  useEffect(() => {
    void reload();
  }, [reload]);
  useSessionEvents((event) => {
    if (event.type === 'resync' || (event.type === 'session' && event.session === id && event.part !== 'notes')) {
      void reload();
    }
  });

  const wake = useEffectEvent(() => {
    if (document.visibilityState !== 'visible') return;
    // A device that slept may have stopped counting.
    samples.current = [];
    void reload();
  });
  useEffect(() => {
    const onVisible = () => wake();
    document.addEventListener('visibilitychange', onVisible);
    return () => document.removeEventListener('visibilitychange', onVisible);
  }, []);
  const isOnlooker = answer.session?.viewer === 'staff';
  useEffect(() => {
    if (!isOnlooker) return;
    const timer = setInterval(() => void reload(), ONLOOKER_POLL_MS);
    return () => clearInterval(timer);
  }, [isOnlooker, reload]);

  return { ...answer, reload: useCallback(() => void reload(), [reload]), change };
}
