'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { api, type Schema } from '@/components/session/api';
import { onSessionEvent } from '@/components/session/events';
import type { InboxCount } from '@/contracts/notifications';

/** A burst of events is one question. */
const WAIT_MS = 150;

/** What must hold of the answer: the contract's schema would cost every page of a member the schema library. */
const shape: Schema<InboxCount> = {
  safeParse: (value) =>
    typeof value === 'object' && value !== null && 'unread' in value && typeof value.unread === 'number'
      ? { success: true, data: value as InboxCount }
      : { success: false },
};

/** Unread lines, as they come. `attention`: more than a moment ago, outside quiet hours. */
export default function BellCount({ show }: { show: (count: number, attention: boolean) => ReactNode }) {
  const [state, setState] = useState({ unread: 0, attention: false });

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let known: number | null = null;
    async function ask() {
      try {
        const { unread, quiet } = await api('/api/notifications/count', { schema: shape });
        setState({ unread, attention: known !== null && unread > known && !quiet });
        known = unread;
      } catch {
        // Asked again with the next event, or when the stream is back.
      }
    }
    const stop = onSessionEvent(({ type }) => {
      if (!['inbox', 'read', 'resync'].includes(type)) return;
      clearTimeout(timer);
      timer = setTimeout(ask, WAIT_MS);
    });
    void ask();
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);

  return show(state.unread, state.attention);
}
