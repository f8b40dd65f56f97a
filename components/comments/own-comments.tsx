'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { onSessionEvent } from '@/components/session/events';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';
import { useMe } from '@/components/session/use-me';
import { Notice } from '@/components/ui/notice';
import { CommentThreads } from './comment-threads';
import { fetchComments } from './comments-api';

/** Under one's own submission: what staff say about its lines, if they do. What comes while it is open appears. */
export function OwnComments({ submission, source }: { submission: string; source: string }) {
  const t = useTranslations('report.comments');
  const errorText = useErrorText();
  const { me } = useMe();
  const isMember = me?.viewer?.kind === 'member';
  const { data, error, reload } = useFetched(isMember ? submission : null, fetchComments);

  useEffect(
    () =>
      onSessionEvent(({ type }) => {
        if (type === 'inbox' || type === 'resync') reload();
      }),
    [reload],
  );

  if (error !== null) return <Notice tone="fail">{errorText(error)}</Notice>;
  if (!data || data.comments.length === 0) return null;
  return (
    <section aria-label={t('title')} className="mt-5">
      <h3 className="mb-2 text-base font-bold">{t('title')}</h3>
      <CommentThreads submission={submission} source={source} comments={data} onChange={reload} />
    </section>
  );
}
