'use client';

import { useSearchParams } from 'next/navigation';
import type { CourseNames } from './exercise-names';
import { ForMembers } from './for-members';
import { ThreadView } from './thread-view';

/** A thread by its address; `?post=` opens at a post, named by its id or its number. */
export function ThreadPage({ id, course }: { id: string; course: CourseNames }) {
  const post = useSearchParams().get('post');
  return (
    <ForMembers>
      {(account) => <ThreadView key={`${account}:${id}:${post}`} {...{ id, account, post, course }} />}
    </ForMembers>
  );
}
