'use client';

import { useTranslations } from 'next-intl';
import { MembersGate } from '@/components/account/members-gate';
import { useRouter } from '@/i18n/navigation';
import { TeamView } from './team-view';
import type { ExerciseNames } from './titles';

/** A team by its id. */
export function OneTeam({ id, exercises }: { id: string; exercises: ExerciseNames }) {
  const t = useTranslations('team');
  const router = useRouter();
  return (
    <MembersGate text={t('membersOnly')}>
      {(viewer) => <TeamView id={id} viewer={viewer} exercises={exercises} onLeft={() => router.push('/team')} />}
    </MembersGate>
  );
}
