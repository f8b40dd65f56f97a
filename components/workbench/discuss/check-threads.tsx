'use client';

import { useTranslations } from 'next-intl';
import { useFetched } from '@/components/session/use-fetched';
import { useMe } from '@/components/session/use-me';
import { Link } from '@/i18n/navigation';

const load = async (submission: string) =>
  (await import('@/components/discussion/discussion-api')).fetchTrouble(submission);

const LINK = 'text-accent underline underline-offset-2';

/** Under a failing check of one's own submission: threads of others with the same wrong numbers, and the way to ask. */
export function CheckThreads({ submission, check }: { submission: string; check: string }) {
  const t = useTranslations('report.discuss');
  const { me } = useMe();
  const isMember = me?.viewer?.kind === 'member';
  // Who gets no answer can still ask.
  const { data } = useFetched(isMember ? submission : null, load);
  if (me === null) return null;
  if (!isMember) {
    return (
      <p className="text-xs text-muted">
        {t('members')}{' '}
        <Link href="/sign-up" className={LINK}>
          {t('signUp')}
        </Link>
      </p>
    );
  }
  const found = data?.find((one) => one.check === check);
  const others = found?.threads.filter(({ id }) => id !== found.own) ?? [];
  return (
    <div className="space-y-2 rounded-md border border-line px-4 py-3" data-trouble={others.length}>
      {others.length > 0 && (
        <>
          <p className="text-xs font-semibold text-muted">{t('same')}</p>
          <ul className="space-y-1">
            {others.map(({ id, title, state }) => (
              <li key={id}>
                <Link prefetch={false} href={`/threads/${id}`} className={LINK}>
                  {title}
                </Link>{' '}
                <span className="text-xs text-muted">{t(`state.${state}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <Link
          prefetch={false}
          href={
            found?.own
              ? `/threads/${found.own}`
              : `/threads/new?submission=${submission}&check=${encodeURIComponent(check)}`
          }
          className={LINK}
        >
          {t(found?.own ? 'own' : 'check')}
        </Link>
      </p>
    </div>
  );
}
