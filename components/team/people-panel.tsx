'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { PeerSession, SessionRole } from '@/contracts/peer-session';
import { PresenceDot } from './member-list';
import { Panel } from './panel';
import type { Act } from './session-room';

/** Who is there, in which role; roles change by hand. */
export function PeoplePanel(props: {
  session: PeerSession;
  viewer: string;
  here: ReadonlySet<string>;
  canAct: boolean;
  act: Act;
}) {
  const { session, viewer, here, canAct, act } = props;
  const t = useTranslations('team');
  return (
    <Panel title={t('session.people.title')}>
      <ul className="mt-3 space-y-3">
        {session.people.map(({ id, name, role, state, isMember }) => (
          <li key={id} className="text-sm" data-person={name}>
            <div className="flex min-w-0 items-center gap-2">
              {session.viewer === 'member' && <PresenceDot isHere={here.has(id)} />}
              <span className="truncate font-semibold">{name}</span>
              {id === viewer && <span className="text-xs text-muted">({t('you')})</span>}
              <span className="ms-auto shrink-0 text-xs text-muted">{t(`summary.attendance.${state}`)}</span>
            </div>
            <div className="mt-1 flex flex-wrap items-center gap-2">
              {canAct && isMember ? (
                <RoleChoice {...{ id, name, role, act }} />
              ) : (
                role !== null && <span className="text-xs">{t(`summary.role.${role}`)}</span>
              )}
              {canAct && isMember && (state === 'expected' || state === 'excused') && (
                <Button
                  size="small"
                  tone="plain"
                  onClick={() => act('/people', 'PUT', { action: 'excuse', user: id, excused: state !== 'excused' })}
                >
                  {t(state === 'excused' ? 'session.people.unexcuse' : 'session.people.excuse')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {session.rolesProposed && <p className="mt-3 text-xs text-muted">{t('session.people.proposed')}</p>}
    </Panel>
  );
}

function RoleChoice({ id, name, role, act }: { id: string; name: string; role: SessionRole | null; act: Act }) {
  const t = useTranslations('team');
  return (
    <select
      aria-label={t('session.people.role', { name })}
      className="min-h-8 rounded-md border border-edge bg-raised px-2 text-xs"
      value={role ?? ''}
      onChange={({ target }) => void act('/people', 'PUT', { action: 'role', user: id, role: target.value })}
    >
      {role === null && <option value="">{t('session.people.noRole')}</option>}
      {ROLES.map((one) => (
        <option key={one} value={one}>
          {t(`summary.role.${one}`)}
        </option>
      ))}
    </select>
  );
}

const ROLES: readonly SessionRole[] = ['MODERATOR', 'SCRIBE', 'QUESTIONER'];
