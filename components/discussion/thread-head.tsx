'use client';

import { useLocale, useTranslations } from 'next-intl';
import { lazy, Suspense, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/text-link';
import { showToast } from '@/components/ui/toast';
import type { Thread, ThreadAction, Watch } from '@/contracts/discussion';
import type { Locale } from '@/grading/localized';
import { anchorLink } from './anchor-link';
import { AskReason } from './ask-reason';
import { changeThread, saveReading } from './discussion-api';
import { Menu, type MenuEntry } from './menu';
import { MoveThread } from './move-thread';
import { StateMark } from './state-mark';
import type { ThreadStore } from './thread-store';

const Subject = lazy(() => import('./subject'));

type Asks = 'rename' | 'lock' | 'hide' | 'move' | 'merge' | null;

/** Title, place, state of a thread, and what may be done with all of it. */
export function ThreadHead({ thread, threads }: { thread: Thread; threads: ThreadStore }) {
  const t = useTranslations('discussion.thread');
  const locale = useLocale() as Locale;
  const [asks, setAsks] = useState<Asks>(null);
  const link = anchorLink(thread.anchor, locale);

  /** @throws {ApiError} */
  async function act(action: ThreadAction) {
    const changed = await changeThread(thread.id, action);
    if (changed.id === thread.id) threads.putThread(changed);
    else await threads.reload();
  }
  const attempt = (action: ThreadAction) => void act(action).catch(() => showToast(t('notDone')));

  const entries: (MenuEntry | false)[] = [
    thread.may.rename && { id: 'rename', label: t('rename'), onAction: () => setAsks('rename') },
    thread.may.moderate && {
      id: 'pin',
      label: t(thread.isPinned ? 'unpin' : 'pin'),
      onAction: () => attempt({ action: 'pin', pinned: !thread.isPinned }),
    },
    thread.may.moderate && {
      id: 'lock',
      label: t(thread.isLocked ? 'unlock' : 'lock'),
      onAction: () => (thread.isLocked ? attempt({ action: 'lock', locked: false }) : setAsks('lock')),
    },
    thread.may.moderate && {
      id: 'hide',
      label: t(thread.isHidden ? 'show' : 'hide'),
      onAction: () => (thread.isHidden ? attempt({ action: 'hide', hidden: false }) : setAsks('hide')),
    },
    thread.may.moderate &&
      thread.anchor.kind !== 'session' && { id: 'move', label: t('move'), onAction: () => setAsks('move') },
    thread.may.moderate && { id: 'merge', label: t('merge'), onAction: () => setAsks('merge') },
  ];
  const possible = entries.filter((entry): entry is MenuEntry => entry !== false);

  return (
    <header className="space-y-3">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm text-muted">
        <TextLink href="/threads">{t('all')}</TextLink>
        <span>{thread.team?.name ?? t('cohort', { name: thread.cohort.name })}</span>
        {thread.about &&
          (link ? <TextLink href={link}>{thread.about[locale]}</TextLink> : <span>{thread.about[locale]}</span>)}
      </p>
      <h1 className="text-2xl font-bold [overflow-wrap:anywhere]">{thread.title}</h1>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <StateMark thread={thread} />
        <WatchLevel thread={thread} threads={threads} />
        {thread.may.rename && (
          <Button size="small" onClick={() => attempt({ action: 'resolve', resolved: thread.state !== 'resolved' })}>
            {t(thread.state === 'resolved' ? 'reopen' : 'resolve')}
          </Button>
        )}
        {possible.length > 0 && (
          <Menu label={t('more')} entries={possible}>
            <span aria-hidden>⋯</span>
          </Menu>
        )}
      </div>
      {thread.hasSubject && (
        <Suspense>
          <Subject thread={thread.id} />
        </Suspense>
      )}
      {asks === 'rename' && (
        <AskReason
          title={t('rename')}
          text={t('renameText')}
          label={t('title')}
          initial={thread.title}
          maxLength={200}
          action={t('save')}
          onClose={() => setAsks(null)}
          onSend={(title) => act({ action: 'rename', title })}
        />
      )}
      {asks === 'lock' && (
        <AskReason
          title={t('lock')}
          text={t('lockText')}
          action={t('lock')}
          onClose={() => setAsks(null)}
          onSend={(reason) => act({ action: 'lock', locked: true, reason })}
        />
      )}
      {asks === 'hide' && (
        <AskReason
          title={t('hide')}
          text={t('hideText')}
          action={t('hide')}
          onClose={() => setAsks(null)}
          onSend={(reason) => act({ action: 'hide', hidden: true, reason })}
        />
      )}
      {(asks === 'move' || asks === 'merge') && (
        <MoveThread thread={thread} how={asks} onClose={() => setAsks(null)} onMove={act} />
      )}
    </header>
  );
}

const WATCH: readonly Watch[] = ['all', 'mentions', 'nothing'];

function WatchLevel({ thread, threads }: { thread: Thread; threads: ThreadStore }) {
  const t = useTranslations('discussion.thread');
  async function choose(watch: Watch) {
    threads.putThread({ ...thread, watch });
    try {
      await saveReading(thread.id, { watch });
    } catch {
      threads.putThread(thread);
      showToast(t('notDone'));
    }
  }
  return (
    <label className="flex items-center gap-1.5 text-xs text-muted">
      {t('watch')}
      <select
        value={thread.watch}
        onChange={({ target }) => void choose(target.value as Watch)}
        className="min-h-8 rounded-sm border border-edge bg-raised px-1.5 text-ink"
      >
        {WATCH.map((level) => (
          <option key={level} value={level}>
            {t(`watchLevel.${level}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
