'use client';

import { useEffect, useState } from 'react';
import { api, nothing } from '@/components/session/api';
import { readViewing, type Viewing } from '@/components/session/viewing';
import { Button } from '@/components/ui/button';
import { showToast } from '@/components/ui/toast';
import type { ViewingTexts } from './viewing';

/** Who is looked as, that nothing changes, and the way out. When the view ends by itself it leads out as well. */
export default function ViewingBar({
  locale,
  texts,
  view: { cohort, learner, until },
  name,
}: {
  locale: string;
  texts: ViewingTexts;
  view: Viewing;
  name: string;
}) {
  const [isBusy, setIsBusy] = useState(false);
  const back = `/${locale}/cohorts/${cohort}/learners/${encodeURIComponent(learner)}`;

  useEffect(() => {
    // A page that is shown as somebody else's must not write as its reader.
    const end = () => {
      const isOver = Date.now() >= until || readViewing()?.until !== until;
      if (isOver) location.assign(back);
    };
    const timer = setTimeout(end, Math.max(0, until - Date.now()));
    // It may have been left in another tab meanwhile.
    document.addEventListener('visibilitychange', end);
    addEventListener('focus', end);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', end);
      removeEventListener('focus', end);
    };
  }, [until, back]);

  async function leave() {
    setIsBusy(true);
    try {
      await api('/api/view', {
        method: 'DELETE',
        schema: nothing,
        retries: 2,
      });
      location.assign(back);
    } catch {
      showToast(texts.failed);
      setIsBusy(false);
    }
  }

  return (
    <aside
      aria-label={texts.label}
      data-viewing={learner}
      className="sticky top-0 z-40 flex flex-wrap items-center gap-x-4 gap-y-2 border-b-3 border-warn bg-warn-soft px-4 py-2 text-sm sm:px-6"
    >
      <p className="min-w-0 flex-1 basis-52 [overflow-wrap:anywhere]">
        <strong>{texts.as.replace('{name}', name)}</strong> {texts.readOnly}
      </p>
      <Button size="small" tone="primary" disabled={isBusy} onClick={leave}>
        {texts.leave}
      </Button>
    </aside>
  );
}
