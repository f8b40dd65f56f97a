'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState } from 'react';
import { MembersGate } from '@/components/account/members-gate';
import { ApiError } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { useOnline } from '@/components/session/use-online';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import type { Viewer } from '@/contracts/learning';
import { isOn } from '@/contracts/session-clock';
import { AgendaPanel } from './agenda-panel';
import { ClockPanel } from './clock-panel';
import { Failed } from './failed';
import { FocusSwitch } from './focus-switch';
import { InstructionPanel } from './instruction-panel';
import { ItemsPanel } from './items-panel';
import { NotesPanel } from './notes-panel';
import { PeoplePanel } from './people-panel';
import { useSession } from './session-store';
import { showDay } from './show-day';
import type { ExerciseNames } from './titles';
import { usePresence } from './use-presence';

/** A team's hour: agenda, clock, people, notes, questions, and what comes out of it. */
export function SessionRoom({ id, exercises }: { id: string; exercises: ExerciseNames }) {
  const t = useTranslations('team');
  return <MembersGate text={t('membersOnly')}>{(viewer) => <Room {...{ id, viewer, exercises }} />}</MembersGate>;
}

function Room({ id, viewer, exercises }: { id: string; viewer: Viewer; exercises: ExerciseNames }) {
  const t = useTranslations('team.session');
  const format = useFormatter();
  const errorText = useErrorText();
  const access = useSession(id);
  const online = useOnline();
  const { session, error, reload, change } = access;
  const [trouble, setTrouble] = useState<unknown>(null);
  const isMember = session?.viewer === 'member';
  const here = usePresence(isMember ? session.team.id : null, viewer.id);

  /** Does what a button asks, and says what went wrong, until the next one. */
  async function act(path: string, method: 'POST' | 'PUT' | 'DELETE', body?: unknown): Promise<boolean> {
    try {
      await change(path, method, body);
      setTrouble(null);
      return true;
    } catch (cause) {
      setTrouble(cause);
      return false;
    }
  }

  const own = session?.people.find((person) => person.id === viewer.id);
  const arrives = isMember && session.isOpen && session.clock.state !== 'ended' && own?.joinedAt === null;
  const arrive = useEffectEvent(() => void act('/people', 'PUT', { action: 'here' }));
  useEffect(() => {
    if (arrives) arrive();
  }, [arrives]);

  if (session === null) {
    const isMissing = error instanceof ApiError && error.code === 'not-found';
    if (isMissing) return <p className="mt-8">{t('missing')}</p>;
    if (error !== null) return <Failed error={error} retry={reload} />;
    return (
      <p className="mt-8 min-h-dvh text-muted" role="status">
        {t('loading')}
      </p>
    );
  }
  const { plan } = session.agenda;
  const canAct = isMember && session.isOpen;
  return (
    <div data-session={id}>
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h1 className="text-2xl font-bold">{t('title')}</h1>
        <p className="text-muted">
          {t('of', { team: session.team.name, date: showDay(format, session.day) })}
          {plan && ` · ${t('place', { week: plan.week, day: plan.day })}`}
        </p>
        <p className="ms-auto flex flex-wrap items-center gap-4 text-sm">
          <TextLink href={isMember ? '/team' : `/team/${session.team.id}`}>{session.team.name}</TextLink>
          <TextLink href={`/sessions/${id}/summary`}>{t('summary')}</TextLink>
          {isMember && isOn(session.clock) && <FocusSwitch />}
        </p>
      </div>
      <div className="mt-4 space-y-3 empty:hidden">
        {!isMember && <Notice>{t('onlooker')}</Notice>}
        {isMember && !session.isOpen && <Notice>{t('closed')}</Notice>}
        {!online && (
          <Notice tone="warn" live>
            {t('offline')}
          </Notice>
        )}
        {trouble !== null && (
          <Notice tone="fail" live>
            {errorText(trouble)}
          </Notice>
        )}
      </div>
      <div className="mt-6 grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="flex min-w-0 flex-col gap-6 lg:sticky lg:top-4 lg:col-start-2 lg:row-start-1">
          <ClockPanel access={access} session={session} canAct={canAct} onTrouble={setTrouble} />
          <PeoplePanel session={session} viewer={viewer.id} here={here} canAct={canAct} act={act} />
        </div>
        <div className="flex min-w-0 flex-col gap-6 lg:col-start-1 lg:row-start-1">
          <AgendaPanel session={session} exercises={exercises} />
          <NotesPanel session={session} viewer={viewer} />
          <ItemsPanel session={session} viewer={viewer.id} canAct={isMember} act={act} />
          <InstructionPanel session={session} offset={access.offset} canAct={canAct} act={act} />
        </div>
      </div>
    </div>
  );
}

/** How panels change the session. True when it was done. */
export type Act = (path: string, method: 'POST' | 'PUT' | 'DELETE', body?: unknown) => Promise<boolean>;
