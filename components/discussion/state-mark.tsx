'use client';

import { useTranslations } from 'next-intl';
import type { ThreadSummary } from '@/contracts/discussion';

const TONES = { open: 'text-ink', answered: 'text-pass', resolved: 'text-muted' };
const SIGNS = { open: '○', answered: '✓', resolved: '●' };

/** Open, answered or resolved, and what else holds of a thread. */
export function StateMark({ thread }: { thread: ThreadSummary }) {
  const t = useTranslations('discussion.state');
  const marks = [thread.isPinned && t('pinned'), thread.isLocked && t('locked'), thread.isHidden && t('hidden')].filter(
    (mark) => mark !== false,
  );
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2 text-xs">
      <span className={`font-semibold ${TONES[thread.state]}`} data-state={thread.state}>
        <span aria-hidden>{SIGNS[thread.state]}</span> {t(thread.state)}
      </span>
      {marks.map((mark) => (
        <span key={mark} className="rounded-sm border border-edge px-1 text-muted">
          {mark}
        </span>
      ))}
    </span>
  );
}
