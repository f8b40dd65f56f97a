'use client';

import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { MembersGate } from '@/components/account/members-gate';
import type { CourseNames } from './exercise-names';
import { ThreadView } from './thread-view';
// What the first answer is read by: asked for later it would come after the answer.
import '@/contracts/discussion';

/** A thread by its address; `?post=` opens at a post, named by its id or its number. */
export function ThreadPage({ id, course }: { id: string; course: CourseNames }) {
  const t = useTranslations('discussion');
  const post = useSearchParams().get('post');
  return (
    <MembersGate text={t('membersOnly')}>
      {({ id: account }) => <ThreadView key={`${account}:${id}:${post}`} {...{ id, account, post, course }} />}
    </MembersGate>
  );
}
