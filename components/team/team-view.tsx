'use client';

import { useTranslations } from 'next-intl';
import { api } from '@/components/session/api';
import { useFetched } from '@/components/session/use-fetched';
import { TextLink } from '@/components/ui/text-link';
import type { Viewer } from '@/contracts/learning';
import { Failed } from './failed';
import { Invite } from './invite';
import { MemberList } from './member-list';
import { OpenThreads } from './open-threads';
import { ProgressTable } from './progress-table';
import { SharingChoice } from './sharing-choice';
import { TeamActions } from './team-actions';
import type { ExerciseNames } from './titles';
import { TodayCard } from './today-card';
import { useSessionEvents } from './use-session-events';

/** One team: who is in it and there, today's session, open threads, progress side by side. */
export function TeamView(props: { id: string; viewer: Viewer; exercises: ExerciseNames; onLeft(): void }) {
  const { id, viewer, exercises, onLeft } = props;
  const t = useTranslations('team');
  const { data, error, reload } = useFetched(`/api/teams/${id}`, (path) =>
    api(path, { schema: async () => (await import('@/contracts/team')).TeamAnswerSchema }),
  );
  useSessionEvents((event) => {
    if ((event.type === 'team' && event.team === id) || event.type === 'resync') reload();
  });
  if (error !== null && data === null) return <Failed error={error} retry={reload} />;
  if (data === null) return <div className="min-h-dvh" aria-busy />;
  const { team } = data;
  const isMember = team.viewer === 'member';
  return (
    <div className="mt-6" data-team={id}>
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-2">
        <h2 className="text-xl font-bold break-words">{team.name}</h2>
        <span className="text-sm text-muted">{team.cohort.name}</span>
        <TeamActions team={team} onChange={reload} onLeft={onLeft} />
      </div>
      <div className="mt-6 grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <TodayCard team={id} />
          <OpenThreads team={id} />
          <section className="rounded-md border border-line p-5">
            <h3 className="font-bold">{t('progress.title')}</h3>
            <p className="mt-1 text-sm text-muted">{t('progress.text')}</p>
            <ProgressTable team={team} viewer={viewer.id} exercises={exercises} />
            {isMember && team.shares !== null && (
              <SharingChoice cohort={team.cohort.id} shares={team.shares} onSaved={reload} />
            )}
          </section>
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <section className="rounded-md border border-line p-5">
            <h3 className="font-bold">{t('members')}</h3>
            <MemberList team={team} viewer={viewer.id} />
            {isMember && (
              <p className="mt-4 flex flex-wrap gap-x-4 border-t border-line pt-3 text-sm">
                <TextLink href="/log/team">{t('streaks.team')}</TextLink>
                <TextLink href="/log">{t('streaks.link')}</TextLink>
              </p>
            )}
          </section>
          {team.members.length < team.cohort.teamSize && (
            <section className="rounded-md border border-line p-5">
              <h3 className="mb-1 font-bold">{t('invite.title')}</h3>
              <Invite
                code={team.joinCode}
                text={t('invite.text')}
                renew={() =>
                  api(`/api/teams/${id}/code`, {
                    method: 'POST',
                    schema: async () => (await import('@/contracts/team')).TeamAnswerSchema,
                  })
                }
                onRenewed={reload}
              />
            </section>
          )}
        </div>
      </div>
    </div>
  );
}
