'use client';

import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { MembersGate } from '@/components/account/members-gate';
import { api } from '@/components/session/api';
import { useFetched } from '@/components/session/use-fetched';
import { TextLink } from '@/components/ui/text-link';
import type { SessionList } from '@/contracts/peer-session';
import type { Locale } from '@/grading/localized';
import { Failed } from './failed';
import { showDay } from './show-day';

/** All sessions of the team that the address names (`?team=`), else of the reader's own. */
export function Archive() {
  const t = useTranslations('team');
  return <MembersGate text={t('membersOnly')}>{() => <OfTeam />}</MembersGate>;
}

function OfTeam() {
  const t = useTranslations('team.archive');
  const [named, setNamed] = useState<string | null | undefined>(undefined);
  useEffect(() => setNamed(new URLSearchParams(window.location.search).get('team')), []);
  const own = useFetched(named === null ? '/api/teams' : null, (path) =>
    api(path, { schema: async () => (await import('@/contracts/team')).OwnTeamsSchema }),
  );
  const team = named ?? own.data?.cohorts.find((cohort) => cohort.team !== null)?.team?.id ?? null;
  const { data, error, reload } = useFetched(team === null ? null : `/api/peer-sessions?team=${team}`, (path) =>
    api(path, { schema: async () => (await import('@/contracts/peer-session')).SessionListSchema }),
  );
  if (error !== null) return <Failed error={error} retry={reload} />;
  if (own.error !== null) return <Failed error={own.error} retry={own.reload} />;
  if (named === null && own.data !== null && team === null) {
    return (
      <p className="mt-8">
        <TextLink href="/team">{t('back')}</TextLink>
      </p>
    );
  }
  if (data === null) return <div className="min-h-dvh" aria-busy />;
  return (
    <>
      <p className="mt-4 text-sm">
        <TextLink href="/team">{t('back')}</TextLink>
      </p>
      {data.sessions.length === 0 && <p className="mt-6 text-muted">{t('none')}</p>}
      <ol className="mt-6 border-t border-line">
        {data.sessions.map((session) => (
          <Line key={session.id} session={session} />
        ))}
      </ol>
    </>
  );
}

function Line({ session }: { session: SessionList['sessions'][number] }) {
  const t = useTranslations('team');
  const format = useFormatter();
  const locale = useLocale() as Locale;
  const missed = session.mine === 'absent' || session.mine === 'excused' || session.mine === 'late';
  return (
    <li className="border-b border-line py-4" data-day={session.day}>
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <TextLink href={`/sessions/${session.id}/summary`} className="font-semibold">
          {showDay(format, session.day)}
        </TextLink>
        <span className="text-sm text-muted">
          {t('archive.present', { count: session.present })} · {t('archive.items', { count: session.items })}
        </span>
        {session.mine !== null && (
          <span className={`ms-auto text-sm ${missed ? 'font-semibold text-warn' : 'text-muted'}`}>
            {t(`summary.attendance.${session.mine}`)}
          </span>
        )}
      </div>
      {session.prompt && <p className="mt-1 max-w-measure text-sm text-pretty">{session.prompt[locale]}</p>}
      {missed && (
        <p className="mt-2 text-sm">
          <TextLink href={`/sessions/${session.id}/summary`}>{t('archive.catchUp')}</TextLink>
        </p>
      )}
    </li>
  );
}
