'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { lazy, memo, Suspense, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { showToast } from '@/components/ui/toast';
import type { Post, ShownPost, Thread } from '@/contracts/discussion';
import { AskReason } from './ask-reason';
import { changeThread, deletePost, reportPost, saveReading } from './discussion-api';
import type { CourseNames } from './exercise-names';
import { exercisesOf } from './exercise-names';
import type { ComposerDraft } from './kept-draft';
import { quoteOf } from './markup';
import { Menu, type MenuEntry } from './menu';
import { moderate } from './moderation/moderation-api';
import { PostEditor } from './post-editor';
import { Reactions } from './reactions';
import type { ThreadStore } from './thread-store';
import { UserText } from './user-text';

const Snippet = lazy(() => import('./snippet').then(({ Snippet: component }) => ({ default: component })));
const Snapshot = lazy(() => import('./snapshot'));
const History = lazy(() => import('./post-history'));

interface Props {
  thread: Thread;
  threads: ThreadStore;
  account: string;
  course: CourseNames;
  onAnswer(insert: Partial<ComposerDraft>): void;
  onJump(number: number): void;
}

/**
 * One post as its reader may see it: a text, or a stub that says why there is none. Drawn again only when something of it
 * changes: the list around it is, as it scrolls.
 */
export const PostItem = memo(function PostItem({ post, ...props }: Props & { post: Post }) {
  const t = useTranslations('discussion.post');
  const title = useExerciseTitle(props.course);
  if (post.state === 'shown') return <Shown post={post} {...props} />;
  return (
    <article aria-label={t('label', { number: post.number })} data-post={post.id} className="py-4">
      <Byline post={post} />
      <p className="mt-2 rounded-md border border-dashed border-line px-4 py-3 text-sm text-muted">
        {post.state === 'spoiler' ? (
          <>
            {t('spoiler', { exercise: title(post.exercise) })}{' '}
            <TextLink href={`/exercises/${post.exercise}`}>{t('toExercise')}</TextLink>
          </>
        ) : (
          t(post.state)
        )}
      </p>
    </article>
  );
});

function useExerciseTitle(course: CourseNames): (id: string) => string {
  const titles = useMemo(() => new Map(exercisesOf(course).map(({ id, title }) => [id, title])), [course]);
  return (id) => titles.get(id) ?? id;
}

function Byline({ post, children }: { post: Post; children?: React.ReactNode }) {
  const t = useTranslations('discussion.post');
  const format = useFormatter();
  const at = new Date(post.createdAt);
  return (
    <header className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 text-sm">
      <span className="font-semibold">{post.author?.name ?? t('gone')}</span>
      {post.author?.isStaff && (
        <span className="rounded-sm border border-edge px-1 text-xs text-muted">{t('staff')}</span>
      )}
      <a href={`?post=${post.id}`} className="text-xs text-muted no-underline hover:underline">
        <time dateTime={post.createdAt} title={format.dateTime(at, { dateStyle: 'full', timeStyle: 'short' })}>
          {format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })}
        </time>
      </a>
      {children}
      <span className="ms-auto font-mono text-xs text-muted">#{post.number}</span>
    </header>
  );
}

function Shown({ post, thread, threads, account, course, onAnswer, onJump }: Props & { post: ShownPost }) {
  const t = useTranslations('discussion.post');
  const title = useExerciseTitle(course);
  const [isEditing, setIsEditing] = useState(false);
  const [isHistory, setIsHistory] = useState(false);
  const [asks, setAsks] = useState<'report' | 'delete' | null>(null);
  const names = useMemo(() => new Map(post.mentions.map(({ id, name }) => [id, name])), [post.mentions]);
  const isAnswer = thread.answer?.post === post.id;
  const name = post.author?.name ?? t('gone');
  const replyTo = { id: post.id, number: post.number, name };
  // Those that the text shows are not shown again.
  const images = post.attachments.filter(({ id }) => !post.body.includes(id));

  async function attempt(work: () => Promise<void>) {
    try {
      await work();
    } catch {
      showToast(t('notDone'));
    }
  }

  const markAnswer = (to: string | null) =>
    attempt(async () => threads.putThread(await changeThread(thread.id, { action: 'answer', post: to })));

  const entries: (MenuEntry | false)[] = [
    thread.may.post && {
      id: 'quote',
      label: t('quote'),
      onAction: () => onAnswer({ replyTo, body: quoteOf(name, post.body) }),
    },
    thread.may.rename && {
      id: 'answer',
      label: t(isAnswer ? 'noAnswer' : 'markAnswer'),
      onAction: () => void markAnswer(isAnswer ? null : post.id),
    },
    post.may.edit && { id: 'edit', label: t('edit'), onAction: () => setIsEditing(true) },
    post.editedAt !== null && { id: 'history', label: t('history'), onAction: () => setIsHistory(true) },
    {
      id: 'unread',
      label: t('unreadFromHere'),
      onAction: () =>
        void attempt(async () => {
          const { lastRead, unread } = await saveReading(thread.id, { lastRead: post.number - 1, backward: true });
          threads.putThread({ ...thread, lastRead, unread });
        }),
    },
    post.may.report && { id: 'report', label: t('report'), onAction: () => setAsks('report') },
    post.may.moderate && {
      id: 'hide',
      label: t(post.isHidden ? 'show' : 'hide'),
      onAction: () =>
        void attempt(async () => {
          await moderate({ action: 'hide-post', post: post.id, hidden: !post.isHidden });
          threads.putPost({ ...post, isHidden: !post.isHidden });
        }),
    },
    post.may.delete && { id: 'delete', label: t('delete'), onAction: () => setAsks('delete'), isDanger: true },
  ];

  return (
    <article
      aria-label={t('label', { number: post.number })}
      data-post={post.id}
      className={`py-4 ${isAnswer ? '-mx-3 rounded-md bg-pass-soft px-3' : ''}`}
    >
      <Byline post={post}>
        {post.editedAt !== null && (
          <button type="button" onClick={() => setIsHistory(true)} className="text-xs text-muted underline">
            {t('edited')}
          </button>
        )}
        {isAnswer && <span className="text-xs font-semibold text-pass">✓ {t('isAnswer')}</span>}
        {post.isHidden && <span className="text-xs font-semibold text-warn">{t('isHidden')}</span>}
        {post.spoils && <span className="text-xs text-muted">{t('spoils', { exercise: title(post.spoils) })}</span>}
      </Byline>
      {post.replyTo && (
        <button
          type="button"
          onClick={() => onJump(post.replyTo?.number ?? 1)}
          className="mt-2 block w-full border-s-3 border-line ps-3 text-start text-xs text-muted hover:border-accent"
        >
          <span className="font-semibold">
            {post.replyTo.author?.name ?? t('gone')} #{post.replyTo.number}
          </span>{' '}
          {post.replyTo.quoted.state === 'shown' ? (
            <span className="line-clamp-2 [overflow-wrap:anywhere]">{post.replyTo.quoted.excerpt}</span>
          ) : (
            t(`quoted.${post.replyTo.quoted.state}`)
          )}
        </button>
      )}
      {isEditing ? (
        <PostEditor
          {...{ post, account, course }}
          onDone={(edited) => {
            setIsEditing(false);
            if (edited) threads.putPost(edited);
          }}
        />
      ) : (
        <>
          {post.body !== '' && (
            <div className="mt-2">
              <UserText text={post.body} names={names} />
            </div>
          )}
          {images.length > 0 && (
            <div className="mt-3 flex flex-wrap gap-2">
              {images.map(({ id, width, height }) => (
                // biome-ignore lint/performance/noImgElement: an image behind a sign-in, encoded by our server already
                <img
                  key={id}
                  src={`/api/attachments/${id}`}
                  alt={t('image')}
                  {...{ width, height }}
                  loading="lazy"
                  className="h-auto max-h-80 w-auto max-w-full rounded-md border border-line"
                />
              ))}
            </div>
          )}
          {post.snippet && (
            <Suspense>
              <Snippet snippet={post.snippet} course={course} />
            </Suspense>
          )}
          {post.snapshot && (
            <details className="group mt-3 rounded-md border border-line">
              <summary className="cursor-pointer px-4 py-2.5 text-sm font-semibold">
                {t('snapshot', { number: post.snapshot.number, exercise: title(post.snapshot.exercise) })}
              </summary>
              <Suspense>
                <Opened>
                  <Snapshot post={post.id} />
                </Opened>
              </Suspense>
            </details>
          )}
        </>
      )}
      {!isEditing && (
        <footer className="mt-2 flex flex-wrap items-center gap-1.5">
          <Reactions post={post} onChange={threads.putPost} />
          <span className="ms-auto flex">
            {thread.may.post && (
              <Button size="small" tone="plain" onClick={() => onAnswer({ replyTo })}>
                {t('reply')}
              </Button>
            )}
            <Menu
              label={t('more', { number: post.number })}
              entries={entries.filter((entry): entry is MenuEntry => entry !== false)}
            >
              <span aria-hidden>⋯</span>
            </Menu>
          </span>
        </footer>
      )}
      {isHistory && (
        <Suspense>
          <History post={post} onClose={() => setIsHistory(false)} />
        </Suspense>
      )}
      {asks === 'report' && (
        <AskReason
          title={t('report')}
          text={t('reportText')}
          action={t('sendReport')}
          onClose={() => setAsks(null)}
          onSend={async (reason) => {
            await reportPost(post.id, reason);
            showToast(t('reported'));
          }}
        />
      )}
      {asks === 'delete' && (
        <AskReason
          title={t('delete')}
          text={t('deleteText')}
          action={t('delete')}
          withReason={false}
          onClose={() => setAsks(null)}
          onSend={async () => threads.putPost(await deletePost(post.id))}
        />
      )}
    </article>
  );
}

/** Its children are made only once the `details` around it was opened. */
function Opened({ children }: { children: React.ReactNode }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div
      ref={(element) => {
        const details = element?.closest('details');
        if (!details || isOpen) return;
        const open = () => details.open && setIsOpen(true);
        details.addEventListener('toggle', open);
        return () => details.removeEventListener('toggle', open);
      }}
    >
      {isOpen && children}
    </div>
  );
}

/** A post that is on its way, or could not be sent: its text is here until the server has it. */
export function PendingItem({
  draft,
  error,
  onRetry,
  onTakeBack,
}: {
  draft: ComposerDraft;
  error: string | null;
  onRetry(): void;
  onTakeBack(): void;
}) {
  const t = useTranslations('discussion.post');
  return (
    <article aria-label={t('pending')} data-pending={error === null ? 'sending' : 'failed'} className="py-4">
      <p className="text-sm text-muted" role="status">
        {error === null ? t('sending') : ''}
      </p>
      <div className="mt-2 opacity-70">
        <UserText text={draft.body} />
      </div>
      {error !== null && (
        <div className="mt-3">
          <Notice tone="fail" live>
            <p>
              {t('notSent')} {error}
            </p>
            <p className="mt-2 flex flex-wrap gap-2">
              <Button size="small" onClick={onRetry}>
                {t('tryAgain')}
              </Button>
              <Button size="small" tone="plain" onClick={onTakeBack}>
                {t('takeBack')}
              </Button>
            </p>
          </Notice>
        </div>
      )}
    </article>
  );
}
