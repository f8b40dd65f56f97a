'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { UserText } from '@/components/discussion/user-text';
import { ApiError } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';
import { useMe } from '@/components/session/use-me';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Comment, Comments } from '@/contracts/comment';
import { CommentField } from './comment-field';
import { deleteComment, editComment, fetchCommentRevisions, fetchComments } from './comments-api';
import { readUnsent, unsentKey } from './unsent';

/** One comment: its words, or why they are not there; who may changes or deletes it in its place. */
export function CommentItem({
  submission,
  comment,
  mayHoldSolution,
  onChange,
}: {
  submission: string;
  comment: Comment;
  mayHoldSolution: boolean;
  onChange(comments: Comments): void;
}) {
  const t = useTranslations('report.comments');
  const format = useFormatter();
  const [shows, setShows] = useState<'text' | 'editor' | 'question'>('text');
  const [hasHistory, setHasHistory] = useState(false);
  const { author, body, createdAt, editedAt, deletedAt, may } = comment;
  const item = useRef<HTMLLIElement>(null);
  const before = useRef(shows);
  // What was pressed is gone: the keyboard goes on at the comment.
  useEffect(() => {
    if (shows === 'text' && before.current !== 'text') item.current?.focus();
    before.current = shows;
  }, [shows]);

  return (
    <li ref={item} tabIndex={-1} className="border-s-2 border-line ps-3 text-sm">
      <p className="flex flex-wrap items-baseline gap-x-2 text-xs text-muted">
        <span className="text-sm font-semibold text-ink">{author?.name ?? t('gone')}</span>
        {author?.isStaff && <span>{t('staff')}</span>}
        <time dateTime={createdAt}>
          {format.dateTime(new Date(createdAt), { dateStyle: 'medium', timeStyle: 'short' })}
        </time>
        {editedAt !== null && body !== null && (
          <button
            type="button"
            aria-expanded={hasHistory}
            onClick={() => setHasHistory(!hasHistory)}
            className="underline"
          >
            {t('edited')}
          </button>
        )}
      </p>
      {shows === 'editor' ? (
        <Editor {...{ submission, comment, mayHoldSolution, onChange }} onDone={() => setShows('text')} />
      ) : body === null ? (
        <p className="text-muted">{t(deletedAt === null ? 'locked' : 'deleted')}</p>
      ) : (
        <UserText text={body} />
      )}
      {hasHistory && body !== null && <History key={comment.revision} id={comment.id} />}
      {shows === 'question' && <Question id={comment.id} onChange={onChange} onDone={() => setShows('text')} />}
      {shows === 'text' && (may.edit || may.delete) && (
        <p className="mt-1 flex flex-wrap gap-1">
          {may.edit && (
            <Button size="small" tone="plain" onClick={() => setShows('editor')}>
              {t('edit')}
            </Button>
          )}
          {may.delete && (
            <Button size="small" tone="plain" onClick={() => setShows('question')}>
              {t('delete')}
            </Button>
          )}
        </p>
      )}
    </li>
  );
}

function Editor({
  submission,
  comment: { id, body, spoils, revision },
  mayHoldSolution,
  onChange,
  onDone,
}: {
  submission: string;
  comment: Comment;
  mayHoldSolution: boolean;
  onChange(comments: Comments): void;
  onDone(): void;
}) {
  const t = useTranslations('report.comments');
  const { me } = useMe();
  const place = `edit:${id}`;
  // What was begun before and kept is an edit of what stood there then.
  const [first] = useState(() => readUnsent(unsentKey(me?.viewer?.id ?? '', place)).revision ?? revision);
  return (
    <div className="mt-1 space-y-3">
      {/* Edited meanwhile, on another device: what is there now stands above what is being written. */}
      {revision !== first && body !== null && (
        <Notice tone="warn" live>
          <p>{t('changedMeanwhile')}</p>
          <UserText text={body} />
        </Notice>
      )}
      <CommentField
        place={place}
        label={t('editLabel')}
        action={t('save')}
        mayHoldSolution={mayHoldSolution}
        initial={{ body: body ?? '', spoils, revision: first }}
        onCancel={onDone}
        onSend={async (written) => {
          const edit = { body: written.body.trim(), spoils: written.spoils };
          try {
            onChange(await editComment(id, { ...edit, revision }));
          } catch (cause) {
            if (!(cause instanceof ApiError) || cause.code !== 'conflict') throw cause;
            const there = await fetchComments(submission);
            onChange(there);
            if (!isWritten(there, id, edit)) throw cause;
          }
          onDone();
        }}
      />
    </div>
  );
}

/** Whether a comment says this already: so does an edit that was written, and whose answer was lost. */
function isWritten({ comments }: Comments, id: string, edit: Pick<Comment, 'body' | 'spoils'>): boolean {
  const there = comments.flatMap((root) => [root, ...root.answers]).find((comment) => comment.id === id);
  return there?.body === edit.body && there.spoils === edit.spoils;
}

/** Asks before the words are gone for good. */
function Question({ id, onChange, onDone }: { id: string; onChange(comments: Comments): void; onDone(): void }) {
  const t = useTranslations('report.comments');
  const errorText = useErrorText();
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);

  async function remove() {
    setIsBusy(true);
    try {
      onChange(await deleteComment(id));
      onDone();
    } catch (cause) {
      setError(cause);
      setIsBusy(false);
    }
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of buttons and the question that they answer, no fields
    <div role="group" aria-label={t('delete')} className="mt-2 space-y-2">
      <p>{t('deleteText')}</p>
      {error !== null && (
        <Notice tone="fail" live>
          {errorText(error)}
        </Notice>
      )}
      <p className="flex flex-wrap gap-2">
        <Button ref={keep} size="small" disabled={isBusy} onClick={onDone}>
          {t('keep')}
        </Button>
        <Button size="small" tone="primary" disabled={isBusy} onClick={() => void remove()}>
          {t('delete')}
        </Button>
      </p>
    </div>
  );
}

/** What it said before, the newest first. */
function History({ id }: { id: string }) {
  const t = useTranslations('report.comments');
  const format = useFormatter();
  const errorText = useErrorText();
  const { data, error } = useFetched(id, fetchCommentRevisions);
  if (error !== null) return <Notice tone="fail">{errorText(error)}</Notice>;
  return (
    <ol aria-label={t('history')} aria-busy={data === null} className="mt-2 space-y-2">
      {data?.map(({ revision, body, createdAt }) => (
        <li key={revision} className="rounded-md border border-line p-3">
          <p className="text-xs text-muted">
            {t('until', { time: format.dateTime(new Date(createdAt), { dateStyle: 'medium', timeStyle: 'short' }) })}
          </p>
          <UserText text={body} />
        </li>
      ))}
    </ol>
  );
}
