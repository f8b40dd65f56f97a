'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import type { Thread } from '@/contracts/discussion';
import { useRouter } from '@/i18n/navigation';
import { Composer } from './composer';
import { tellMoment } from './discussion-api';
import { type CourseNames, exercisesOf } from './exercise-names';
import { type ComposerDraft, draftKey, readDraft } from './kept-draft';
import { PendingItem } from './post-item';
import { PostList, type PostListHandle } from './post-list';
import { ThreadHead } from './thread-head';
import { isNumber } from './thread-path';
import { createThreadStore, type ThreadStore } from './thread-store';
import { useCompany } from './use-company';

const TYPING_EVERY_MS = 3_000;

/** One thread: what it is about, its posts, who is there, and where one writes. */
export function ThreadView({
  id,
  account,
  post,
  course,
}: {
  id: string;
  account: string;
  /** The post that a link names. */
  post: string | null;
  course: CourseNames;
}) {
  const t = useTranslations('discussion.thread');
  const errorText = useErrorText();
  const threads = useMemo(() => createThreadStore(id, account, post), [id, account, post]);
  const state = useSyncExternalStore(threads.store.subscribe, threads.store.get, threads.store.get);
  const [insert, setInsert] = useState<Partial<ComposerDraft> | null>(null);
  const list = useRef<PostListHandle>(null);
  const outgoing = useRef<HTMLOListElement>(null);
  const router = useRouter();

  useEffect(() => threads.start(), [threads]);
  const { mergedInto } = state;
  useEffect(() => {
    if (mergedInto !== null) router.replace(`/threads/${mergedInto}${post && !isNumber(post) ? `?post=${post}` : ''}`);
  }, [mergedInto, post, router]);

  if (state.thread === null) {
    if (state.error === null) {
      return state.isCutOff ? <CutOff /> : <p className="min-h-dvh text-sm text-muted">{t('loading')}</p>;
    }
    return (
      <div className="space-y-4">
        <Notice tone="fail" live>
          {errorText(state.error)}
        </Notice>
        <TextLink href="/threads">{t('all')}</TextLink>
      </div>
    );
  }
  return (
    <>
      <ThreadHead thread={state.thread} threads={threads} />
      <PostList
        ref={list}
        key={id}
        {...{ threads, account, course }}
        thread={state.thread}
        posts={state.posts}
        start={state.start}
        onNeed={threads.need}
        onRead={threads.markRead}
        onAnswer={setInsert}
      />
      <ol ref={outgoing} className="divide-y divide-line border-t border-line">
        {state.pending.map(({ clientId, draft, error }) => (
          <li key={clientId}>
            <PendingItem
              draft={draft}
              error={error === null ? null : errorText(error)}
              onRetry={() => threads.retry(clientId)}
              onTakeBack={() => setInsert(threads.takeBack(clientId))}
            />
          </li>
        ))}
      </ol>
      <Dock
        {...{ threads, account, course, insert }}
        thread={state.thread}
        isCutOff={state.isCutOff}
        onSend={(draft) => {
          threads.send(draft);
          requestAnimationFrame(() => outgoing.current?.scrollIntoView({ block: 'center' }));
        }}
      />
    </>
  );
}

function CutOff() {
  const t = useTranslations('discussion.thread');
  return (
    <Notice tone="warn" live>
      {t('cutOff')}
    </Notice>
  );
}

/** At the lower edge wherever one reads: who is there, and the field to write in. */
function Dock({
  thread,
  threads,
  account,
  course,
  insert,
  isCutOff,
  onSend,
}: {
  thread: Thread;
  threads: ThreadStore;
  account: string;
  course: CourseNames;
  insert: Partial<ComposerDraft> | null;
  isCutOff: boolean;
  onSend(draft: ComposerDraft): void;
}) {
  const t = useTranslations('discussion.thread');
  const storage = draftKey(account, thread.id);
  const [isOpen, setIsOpen] = useState(false);
  const typedAt = useRef(0);

  useEffect(() => {
    if (readDraft(storage) !== null) setIsOpen(true);
  }, [storage]);
  useEffect(() => {
    if (insert !== null) setIsOpen(true);
  }, [insert]);

  function onTyping() {
    const now = Date.now();
    if (now - typedAt.current < TYPING_EVERY_MS) return;
    typedAt.current = now;
    tellMoment({ type: 'typing', thread: thread.id }).catch(() => {});
  }

  return (
    <div className="sticky bottom-0 z-20 -mx-4 space-y-2 border-t border-line bg-paper px-4 py-3 sm:-mx-6 sm:px-6">
      {isCutOff && <CutOff />}
      <Presence thread={thread.id} account={account} onLost={threads.reload} />
      {!thread.may.post ? (
        <p className="text-sm text-muted">{t(whyNot(thread))}</p>
      ) : isOpen ? (
        <div className="max-h-[65dvh] overflow-y-auto">
          <Composer
            {...{ storage, insert, onTyping }}
            place={{ thread: thread.id }}
            exercises={exercisesOf(course)}
            label={t('write')}
            sendLabel={t('send')}
            autoFocus={insert !== null}
            onSend={onSend}
            onCancel={() => setIsOpen(false)}
          />
        </div>
      ) : (
        <Button tone="primary" className="w-full sm:w-auto" onClick={() => setIsOpen(true)}>
          {t('write')}
        </Button>
      )}
    </div>
  );
}

function whyNot(thread: Thread): 'banned' | 'isLocked' | 'mayNot' {
  if (thread.bannedUntil !== null) return 'banned';
  return thread.isLocked ? 'isLocked' : 'mayNot';
}

function Presence({ thread, account, onLost }: { thread: string; account: string; onLost(): Promise<void> }) {
  const t = useTranslations('discussion.thread');
  const lost = useCallback(() => void onLost(), [onLost]);
  const { here, typing } = useCompany(thread, account, lost);
  return (
    <p className="min-h-4 text-xs text-muted" data-presence={here.length}>
      {here.length > 0 && <span>{t('here', { names: here.slice(0, 6).join(', ') })}</span>}{' '}
      <span role="status">{typing.length > 0 && t('typing', { names: typing.slice(0, 3).join(', ') })}</span>
    </p>
  );
}
