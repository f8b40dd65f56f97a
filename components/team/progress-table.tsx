'use client';

import { useTranslations } from 'next-intl';
import { api } from '@/components/session/api';
import { useFetched } from '@/components/session/use-fetched';
import type { Team, TeamProgress } from '@/contracts/team';
import { Failed } from './failed';
import type { ExerciseNames } from './titles';
import { useSessionEvents } from './use-session-events';

const CELL = 'py-1.5 pe-4 align-middle';

/** Members side by side: what each has passed, unit by unit, and what they share beyond. */
export function ProgressTable({ team, viewer, exercises }: { team: Team; viewer: string; exercises: ExerciseNames }) {
  const t = useTranslations('team');
  const { data, error, reload } = useFetched(`/api/teams/${team.id}/progress`, (path) =>
    api(path, { schema: async () => (await import('@/contracts/team')).TeamProgressSchema }),
  );
  useSessionEvents((event) => {
    if (event.type === 'progress' || event.type === 'resync' || (event.type === 'team' && event.team === team.id))
      reload();
  });
  if (error !== null && data === null) return <Failed error={error} retry={reload} />;
  return (
    <div className="mt-3 min-h-24 overflow-x-auto">
      {data !== null && (
        <table className="w-full min-w-100 text-left text-sm tabular-nums">
          <thead className="border-b border-line text-xs text-muted">
            <tr>
              {[
                t('progress.member'),
                t('progress.passed'),
                t('progress.unit'),
                t('progress.attempts'),
                t('progress.days'),
              ].map((head) => (
                <th key={head} scope="col" className={`${CELL} font-semibold`}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.members.map((member) => (
              <Row key={member.id} member={member} isMe={member.id === viewer} exercises={exercises} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

type Member = TeamProgress['members'][number];

function Row({ member, isMe, exercises }: { member: Member; isMe: boolean; exercises: ExerciseNames }) {
  const t = useTranslations('team');
  // What somebody else does not share is not there; one's own row is whole, and staff see all.
  const isHidden = member.shares === 'NOTHING' && !isMe && member.tried === null;
  const attempts = member.tried?.reduce((sum, one) => sum + one.attempts, 0);
  return (
    <tr className="border-b border-line" data-progress={member.name}>
      <th scope="row" className={`${CELL} max-w-40 truncate font-normal`}>
        {member.name}
        {isMe && <span className="text-xs text-muted"> ({t('you')})</span>}
      </th>
      {isHidden ? (
        <td colSpan={4} className={`${CELL} text-muted`}>
          {t('progress.hidden')}
        </td>
      ) : (
        <>
          <td className={`${CELL} whitespace-nowrap`}>
            {t('progress.of', { count: member.passed.length, total: exercises.length })}
          </td>
          <td className={CELL}>
            <Units passed={new Set(member.passed)} exercises={exercises} />
          </td>
          <td className={CELL}>{attempts ?? '–'}</td>
          <td className={CELL}>{member.days ?? '–'}</td>
        </>
      )}
    </tr>
  );
}

/** A bar for each unit, filled as far as it is passed. */
function Units({ passed, exercises }: { passed: ReadonlySet<string>; exercises: ExerciseNames }) {
  const t = useTranslations('team.progress');
  const units = [...new Set(exercises.map(({ unit }) => unit))];
  return (
    <span className="flex items-end gap-1">
      {units.map((unit) => {
        const own = exercises.filter((exercise) => exercise.unit === unit);
        const done = own.filter(({ id }) => passed.has(id)).length;
        const label = `${unit.slice(0, 2)}: ${t('of', { count: done, total: own.length })}`;
        return (
          <span
            key={unit}
            role="img"
            aria-label={label}
            title={label}
            className="relative h-6 w-3 overflow-hidden rounded-sm bg-line"
          >
            <span
              className="absolute inset-x-0 bottom-0 bg-accent"
              style={{ height: `${(100 * done) / own.length}%` }}
            />
          </span>
        );
      })}
    </span>
  );
}
