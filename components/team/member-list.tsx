'use client';

import { useTranslations } from 'next-intl';
import type { Team } from '@/contracts/team';
import { usePresence } from './use-presence';

/** The team's members, who has one of its pages open just now, and how many days in a row each has posted in the log. */
export function MemberList({ team, viewer }: { team: Team; viewer: string }) {
  const t = useTranslations('team');
  const here = usePresence(team.viewer === 'member' ? team.id : null, viewer);
  return (
    <ul className="mt-3 space-y-2">
      {team.members.map(({ id, name, streak }) => (
        <li key={id} className="flex min-w-0 items-center gap-2 text-sm" data-member={name}>
          {team.viewer === 'member' && <PresenceDot isHere={here.has(id)} />}
          <span className="truncate">{name}</span>
          {id === viewer && <span className="text-xs text-muted">({t('you')})</span>}
          {streak !== null && streak > 0 && (
            <span className="ml-auto shrink-0 text-xs text-muted tabular-nums">
              {t('streaks.days', { count: streak })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Told by shape as well as colour: full when there, a ring when not. */
export function PresenceDot({ isHere }: { isHere: boolean }) {
  const t = useTranslations('team.presence');
  const label = t(isHere ? 'here' : 'away');
  return (
    <span
      role="img"
      aria-label={label}
      title={label}
      className={`size-2.5 shrink-0 rounded-full border ${isHere ? 'border-pass bg-pass' : 'border-edge'}`}
    />
  );
}
