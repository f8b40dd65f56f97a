'use client';

import { useTranslations } from 'next-intl';
import { MembersGate } from '@/components/account/members-gate';
import { ApiError, api } from '@/components/session/api';
import { useFetched } from '@/components/session/use-fetched';
import { useSending } from '@/components/session/use-sending';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import { Notice } from '@/components/ui/notice';
import { Link, useRouter } from '@/i18n/navigation';
import { CodeForm } from './code-form';
import { Failed } from './failed';

/** What a code opens, and the button that uses it. Looking changes nothing. */
export function JoinCode({ code }: { code: string }) {
  const t = useTranslations('team.join');
  return <MembersGate text={t('signInFirst')}>{() => <Invitation code={code} />}</MembersGate>;
}

function Invitation({ code }: { code: string }) {
  const t = useTranslations('team');
  const router = useRouter();
  const { isBusy, problem, run } = useSending();
  const { data, error, reload } = useFetched(`/api/teams/join?code=${encodeURIComponent(code)}`, (path) =>
    api(path, { schema: async () => (await import('@/contracts/team')).JoinPreviewSchema }),
  );
  if (error instanceof ApiError && ['not-found', 'invalid-input'].includes(error.code)) {
    return (
      <div className="mt-8 max-w-measure">
        <Notice tone="warn">{t('code.unknown')}</Notice>
        <CodeForm />
      </div>
    );
  }
  if (error !== null) return <Failed error={error} retry={reload} />;
  if (data === null) return <div className="min-h-60" aria-busy />;

  async function join() {
    const joined = async () => {
      await api('/api/teams/join', {
        method: 'POST',
        body: { code },
        schema: async () => (await import('@/contracts/team')).JoinedSchema,
        retries: 1,
      });
      router.push('/team');
    };
    if (!(await run(joined, { leaves: true }))) reload();
  }

  const { kind, name, cohort, state } = data;
  return (
    <div className="mt-8 max-w-measure">
      <p className="text-lg text-pretty">
        {kind === 'team' ? t('join.team', { name, cohort }) : t('join.cohort', { name })}
      </p>
      {state !== 'open' && <p className="mt-3 text-muted">{t(`join.${state}`)}</p>}
      <p className="mt-6 flex flex-wrap gap-3">
        {state === 'open' && (
          <Button tone="primary" onClick={join} disabled={isBusy}>
            {t('join.do')}
          </Button>
        )}
        {state !== 'open' && (
          <Link href="/team" className={buttonStyle('primary')}>
            {t('join.open')}
          </Link>
        )}
      </p>
      {problem !== null && (
        <div className="mt-4">
          <Notice tone="fail" live>
            {problem}
          </Notice>
        </div>
      )}
    </div>
  );
}
