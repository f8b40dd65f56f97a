'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { MembersGate } from '@/components/account/members-gate';
import { UnreadAnnouncements } from '@/components/announcements/unread-announcements';
import { api } from '@/components/session/api';
import { useFetched } from '@/components/session/use-fetched';
import type { Viewer } from '@/contracts/learning';
import type { OwnTeams } from '@/contracts/team';
import { CodeForm } from './code-form';
import { CohortTeams } from './cohort-teams';
import { Failed } from './failed';
import { NoTeam } from './no-team';
import { TeamView } from './team-view';
import type { ExerciseNames } from './titles';
import { useSessionEvents } from './use-session-events';

/** The reader's team, or the way to one; for staff all teams of their cohort. */
export function TeamHome({ exercises }: { exercises: ExerciseNames }) {
  const t = useTranslations('team');
  return (
    <MembersGate text={t('membersOnly')}>{(viewer) => <Home viewer={viewer} exercises={exercises} />}</MembersGate>
  );
}

function Home({ viewer, exercises }: { viewer: Viewer; exercises: ExerciseNames }) {
  const { data, error, reload } = useFetched('/api/teams', (path) =>
    api(path, { schema: async () => (await import('@/contracts/team')).OwnTeamsSchema }),
  );
  useSessionEvents((event) => {
    if (event.type === 'team' || event.type === 'resync') reload();
  });
  const [chosen, setChosen] = useState<string | null>(null);
  if (error !== null && data === null) return <Failed error={error} retry={reload} />;
  if (data === null) return <div className="min-h-dvh" aria-busy />;
  if (data.cohorts.length === 0) return <NoCohort />;
  const cohort = data.cohorts.find(({ id }) => id === chosen) ?? firstOf(data);
  return (
    <>
      <UnreadAnnouncements />
      {data.cohorts.length > 1 && <CohortChoice cohorts={data.cohorts} chosen={cohort.id} onChoose={setChosen} />}
      {cohort.role !== 'LEARNER' ? (
        <CohortTeams key={cohort.id} cohort={cohort.id} />
      ) : cohort.team === null ? (
        <NoTeam key={cohort.id} cohort={cohort} onChange={reload} />
      ) : (
        <TeamView key={cohort.team.id} id={cohort.team.id} viewer={viewer} exercises={exercises} onLeft={reload} />
      )}
    </>
  );
}

type Cohort = OwnTeams['cohorts'][number];

/** Where the reader is in a team, before where they are not. */
function firstOf({ cohorts }: OwnTeams): Cohort {
  return cohorts.find(({ team }) => team !== null) ?? (cohorts[0] as Cohort);
}

function CohortChoice(props: { cohorts: readonly Cohort[]; chosen: string; onChoose(id: string): void }) {
  const t = useTranslations('team');
  return (
    <label className="mt-6 flex max-w-sm flex-col gap-1.5">
      <span className="text-sm font-semibold">{t('cohort')}</span>
      <select
        className="min-h-11 rounded-md border border-edge bg-raised px-3 text-base"
        value={props.chosen}
        onChange={({ target }) => props.onChoose(target.value)}
      >
        {props.cohorts.map(({ id, name, team }) => (
          <option key={id} value={id}>
            {team === null ? name : `${name} · ${team.name}`}
          </option>
        ))}
      </select>
    </label>
  );
}

function NoCohort() {
  const t = useTranslations('team.noCohort');
  return (
    <section className="mt-8 max-w-measure">
      <h2 className="text-lg font-bold">{t('title')}</h2>
      <p className="mt-2 text-pretty">{t('text')}</p>
      <CodeForm />
      <p className="mt-6 text-sm text-muted">{t('alone')}</p>
    </section>
  );
}
