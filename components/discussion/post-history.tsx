'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import type { ShownPost } from '@/contracts/discussion';
import { CodeLines } from './code-lines';
import { fetchRevisions } from './discussion-api';
import { UserText } from './user-text';

/** What a post said before, the newest first. */
export default function PostHistory({ post, onClose }: { post: ShownPost; onClose(): void }) {
  const t = useTranslations('discussion.history');
  const format = useFormatter();
  const errorText = useErrorText();
  const { data, error } = useFetched(post.id, fetchRevisions);
  return (
    <Dialog title={t('title', { number: post.number })} wide isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      {(close) => (
        <>
          {error !== null && <Notice tone="fail">{errorText(error)}</Notice>}
          {data?.length === 0 && <p className="text-sm text-muted">{t('none')}</p>}
          <ol className="max-h-[60dvh] space-y-4 overflow-auto">
            {data?.map(({ revision, body, snippet, createdAt }) => (
              <li key={revision} className="rounded-md border border-line p-4">
                <p className="mb-2 text-xs text-muted">
                  {t('until', {
                    time: format.dateTime(new Date(createdAt), { dateStyle: 'medium', timeStyle: 'short' }),
                  })}
                </p>
                <UserText text={body} />
                {snippet !== null && <CodeLines source={snippet} first={1} />}
              </li>
            ))}
          </ol>
          <div className="mt-4 flex justify-end">
            <Button onClick={close}>{t('close')}</Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
