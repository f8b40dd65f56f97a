'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ApiError } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Post, ShownPost } from '@/contracts/discussion';
import { Composer } from './composer';
import { editPost } from './discussion-api';
import { type CourseNames, exercisesOf } from './exercise-names';
import { type ComposerDraft, draftKey, EMPTY_DRAFT, writeDraft } from './kept-draft';
import { UserText } from './user-text';

/**
 * Changes a post in its place. Where somebody was faster, both versions stand side by side, and nothing is written until
 * one says which.
 */
export function PostEditor({
  post,
  account,
  course,
  onDone,
}: {
  post: ShownPost;
  account: string;
  course: CourseNames;
  /** Null: it stays as it was. */
  onDone(post: Post | null): void;
}) {
  const t = useTranslations('discussion.edit');
  const errorText = useErrorText();
  const storage = draftKey(account, `edit:${post.id}`);
  const [base, setBase] = useState(post);
  const [other, setOther] = useState<ShownPost | null>(null);
  const [mine, setMine] = useState<ComposerDraft | null>(null);
  const [error, setError] = useState<unknown>(null);

  async function save(draft: ComposerDraft, on: ShownPost) {
    setMine(draft);
    setError(null);
    const { body, snippet, spoils } = draft;
    const images = [...new Set([...draft.attachments, ...on.attachments.map(({ id }) => id)])];
    const attachments = images.filter((id) => body.includes(id));
    try {
      const edited = await editPost(on.id, { body, snippet, spoils, attachments, revision: on.revision });
      writeDraft(storage, EMPTY_DRAFT);
      onDone(edited);
    } catch (cause) {
      const there = cause instanceof ApiError && cause.code === 'conflict' ? await conflicting(cause.body) : null;
      if (there) setOther(there);
      else setError(cause);
    }
  }

  const initial: ComposerDraft = {
    ...EMPTY_DRAFT,
    ...{ body: base.body, snippet: base.snippet, spoils: base.spoils },
    attachments: base.attachments.map(({ id }) => id),
  };
  if (other && mine) {
    return (
      <section aria-label={t('conflict')} className="mt-3 space-y-4">
        <Notice tone="warn" live>
          {t('conflictText')}
        </Notice>
        <div className="grid gap-4 md:grid-cols-2">
          {[[t('theirs'), other.body] as const, [t('yours'), mine.body] as const].map(([title, body]) => (
            <div key={title} className="min-w-0 rounded-md border border-line p-3">
              <p className="mb-2 text-xs font-semibold text-muted">{title}</p>
              <UserText text={body} />
            </div>
          ))}
        </div>
        <div className="flex flex-wrap gap-2">
          <Button
            size="small"
            onClick={() => {
              writeDraft(storage, EMPTY_DRAFT);
              onDone(other);
            }}
          >
            {t('keepTheirs')}
          </Button>
          <Button size="small" onClick={() => void save(mine, other)}>
            {t('keepYours')}
          </Button>
          <Button
            size="small"
            tone="primary"
            onClick={() => {
              setBase(other);
              setOther(null);
            }}
          >
            {t('goOn')}
          </Button>
        </div>
      </section>
    );
  }
  return (
    <div className="mt-3 space-y-3">
      {error !== null && (
        <Notice tone="fail" live>
          {errorText(error)}
        </Notice>
      )}
      <Composer
        storage={storage}
        initial={initial}
        place={{ thread: post.thread }}
        showsSubmissions={false}
        exercises={exercisesOf(course)}
        label={t('label', { number: post.number })}
        sendLabel={t('save')}
        autoFocus
        clears={false}
        onSend={(draft) => void save(draft, base)}
        onCancel={() => {
          writeDraft(storage, EMPTY_DRAFT);
          onDone(null);
        }}
      />
    </div>
  );
}

async function conflicting(body: unknown): Promise<ShownPost | null> {
  const { PostAnswerSchema } = await import('@/contracts/discussion');
  const answer = PostAnswerSchema.safeParse(body);
  return answer.data?.post.state === 'shown' ? answer.data.post : null;
}
