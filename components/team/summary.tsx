'use client';

import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { MembersGate } from '@/components/account/members-gate';
import { UserText } from '@/components/discussion/user-text';
import { ApiError, api } from '@/components/session/api';
import { useFetched } from '@/components/session/use-fetched';
import { buttonStyle } from '@/components/ui/button-style';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import type { Viewer } from '@/contracts/learning';
import type { PeerSession, SessionItem } from '@/contracts/peer-session';
import type { Locale } from '@/grading/localized';
import { Failed } from './failed';
import { InstructionPanel } from './instruction-panel';
import { ItemText } from './item-text';
import { Panel } from './panel';
import { useSession } from './session-store';
import { showDay } from './show-day';

/** What a session came to: for who was there, and for who was not. */
export function Summary({ id }: { id: string }) {
  const t = useTranslations('team');
  return <MembersGate text={t('membersOnly')}>{(viewer) => <Loaded id={id} viewer={viewer} />}</MembersGate>;
}

/** The notes' text, out of their rows. */
async function loadNotes(path: string): Promise<string> {
  const [{ rows }, Y, { fromBase64 }] = await Promise.all([
    api(path, { schema: async () => (await import('@/contracts/peer-session')).NotesRowsSchema }),
    import('yjs'),
    import('./base64'),
  ]);
  const doc = new Y.Doc();
  for (const { update } of rows) Y.applyUpdate(doc, fromBase64(update));
  return doc.getText('notes').toString();
}

function Loaded({ id, viewer }: { id: string; viewer: Viewer }) {
  const t = useTranslations('team');
  const locale = useLocale() as Locale;
  const format = useFormatter();
  const { session, error, offset, reload } = useSession(id);
  const notes = useFetched(`/api/peer-sessions/${id}/notes?after=0`, loadNotes);
  if (session === null) {
    if (error instanceof ApiError && error.code === 'not-found') return <p className="mt-8">{t('session.missing')}</p>;
    if (error !== null) return <Failed error={error} retry={reload} />;
    return <div className="min-h-dvh" aria-busy />;
  }
  const { plan } = session.agenda;
  const own = session.people.find((person) => person.id === viewer.id);
  const missed = own?.state === 'absent' || own?.state === 'excused';
  return (
    <div data-session={id}>
      <h1 className="text-2xl font-bold text-balance">
        {t('summary.heading', { team: session.team.name, day: showDay(format, session.day) })}
      </h1>
      <p className="mt-2 text-muted">
        {plan
          ? t('summary.place', { week: plan.week, day: plan.day, cohort: session.cohort.name })
          : t('summary.afterPlan', { number: session.agenda.number, cohort: session.cohort.name })}
      </p>
      <p className="mt-4 flex flex-wrap items-center gap-4 text-sm">
        {/* A file, not a page. */}
        <a href={`/api/peer-sessions/${id}/export?locale=${locale}`} download className={buttonStyle()}>
          {t('summary.export')}
        </a>
        {session.isOpen && <TextLink href={`/sessions/${id}`}>{t('summary.room')}</TextLink>}
        <TextLink href={`/sessions?team=${session.team.id}`}>{t('archive.link')}</TextLink>
      </p>
      {(missed || own?.state === 'late') && (
        <div className="mt-5">
          <Notice>{t(missed ? 'archive.missed' : 'archive.late')}</Notice>
        </div>
      )}
      {plan && (
        <p className="mt-6 max-w-measure border-s-3 border-edge ps-4 text-lg text-pretty">{plan.prompt[locale]}</p>
      )}
      <div className="mt-6 space-y-6">
        <Panel title={t('summary.items')}>
          <ItemLines items={session.items} empty={t('summary.nothing')} />
        </Panel>
        {session.carried.length > 0 && (
          <Panel title={t('summary.carried')}>
            <ItemLines items={session.carried} empty="" />
          </Panel>
        )}
        <Panel title={t('summary.notes')}>
          <div className="prose mt-3 min-h-16 max-w-none">
            {notes.error !== null && <Failed error={notes.error} retry={notes.reload} />}
            {notes.data !== null && notes.data.trim() !== '' && <UserText text={notes.data} />}
            {notes.data?.trim() === '' && <p className="text-muted">{t('summary.noNotes')}</p>}
          </div>
        </Panel>
        {session.instruction.length > 0 && (
          <InstructionPanel session={session} offset={offset} canAct={false} act={async () => false} />
        )}
        <People session={session} />
      </div>
    </div>
  );
}

function People({ session }: { session: PeerSession }): ReactNode {
  const t = useTranslations('team.summary');
  return (
    <Panel title={t('people')}>
      <ul className="mt-3 space-y-1.5 text-sm">
        {session.people.map(({ id, name, role, state }) => (
          <li key={id} className="flex flex-wrap gap-x-3">
            <span className="font-semibold">{name}</span>
            <span className="text-muted">
              {t(`attendance.${state}`)}
              {role !== null && `, ${t(`role.${role}`)}`}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function ItemLines({ items, empty }: { items: readonly SessionItem[]; empty: string }) {
  if (items.length === 0) return <p className="mt-3 text-sm text-muted">{empty}</p>;
  return (
    <ul className="mt-3 space-y-2 text-sm">
      {items.map((item) => (
        <li key={item.id} className="flex flex-wrap items-baseline gap-x-3">
          <ItemText item={item} />
        </li>
      ))}
    </ul>
  );
}
