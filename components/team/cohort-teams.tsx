'use client';

import { useTranslations } from 'next-intl';
import { ApiError, api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';
import { useMe } from '@/components/session/use-me';
import { TextLink } from '@/components/ui/text-link';
import { showToast } from '@/components/ui/toast';
import type { CohortTeams as Teams } from '@/contracts/team';
import { Failed } from './failed';
import { Invite } from './invite';

/** For staff: all teams of a cohort, and who is in none. Instructors move people. */
export function CohortTeams({ cohort }: { cohort: string }) {
  const t = useTranslations('team');
  const errorText = useErrorText();
  const canMove = useMe().me?.viewer?.role === 'instructor';
  const { data, error, reload } = useFetched(`/api/teams?cohort=${cohort}`, (path) =>
    api(path, { schema: async () => (await import('@/contracts/team')).CohortTeamsSchema }),
  );
  if (error !== null && data === null) return <Failed error={error} retry={reload} />;
  if (data === null) return <div className="min-h-dvh" aria-busy />;

  async function move(user: string, name: string, team: string | null) {
    try {
      await api('/api/teams/move', {
        method: 'PUT',
        body: { cohort, user, team },
        schema: async () => (await import('@/contracts/team')).OkSchema,
      });
      showToast(t('staff.moved', { name }));
    } catch (cause) {
      showToast(cause instanceof ApiError && cause.code === 'conflict' ? t('staff.full') : errorText(cause));
    }
    reload();
  }

  const people = (members: Teams['without'], team: string | null) => (
    <ul className="mt-2 space-y-1.5">
      {members.map(({ id, name }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
          <span className="min-w-24">{name}</span>
          {canMove && (
            <select
              aria-label={t('staff.move', { name })}
              className="min-h-8 max-w-full rounded-md border border-edge bg-raised px-2 text-sm"
              value={team ?? ''}
              onChange={({ target }) => move(id, name, target.value === '' ? null : target.value)}
            >
              <option value="">{t('staff.noTeam')}</option>
              {data.teams.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          )}
        </li>
      ))}
    </ul>
  );

  return (
    <section className="mt-8">
      <h2 className="text-lg font-bold">
        {t('staff.title')}: {data.cohort.name}
      </h2>
      <p className="mt-1 text-sm text-muted">{t('staff.learner')}</p>
      {data.cohort.joinCode !== null && (
        <div className="mt-4">
          <Invite code={data.cohort.joinCode} text={t('invite.cohortText')} />
        </div>
      )}
      {data.teams.length === 0 && <p className="mt-4 text-muted">{t('staff.none')}</p>}
      <ul className="mt-6 grid gap-4 sm:grid-cols-2">
        {data.teams.map((team) => (
          <li key={team.id} className="min-w-0 rounded-md border border-line p-4">
            <h3 className="flex items-baseline gap-3 font-bold">
              <TextLink href={`/team/${team.id}`} className="min-w-0 truncate">
                {team.name}
              </TextLink>
              <span className="ms-auto text-sm font-normal whitespace-nowrap text-muted tabular-nums">
                {t('staff.size', { count: team.members.length, total: data.cohort.teamSize })}
              </span>
            </h3>
            {people(team.members, team.id)}
          </li>
        ))}
      </ul>
      {data.without.length > 0 && (
        <div className="mt-6 rounded-md border border-line p-4">
          <h3 className="font-bold">{t('staff.without')}</h3>
          {people(data.without, null)}
        </div>
      )}
    </section>
  );
}
