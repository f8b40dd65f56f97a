import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { TakeInvitation } from '@/components/team/take-invitation';
import { Notice } from '@/components/ui/notice';
import type { Locale } from '@/i18n/routing';
import { findInvitation } from '@/server/people/take-invitation';

type Props = { params: Promise<{ locale: Locale; token: string }> };

export const dynamic = 'force-dynamic';

/** The address is a secret: no search engine keeps it, no other site is told of it. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'team.join' });
  return { title: t('title'), robots: { index: false }, referrer: 'no-referrer' };
}

/** Looking changes nothing: mail programs open links to preview them. Only the button takes an invitation up. */
export default async function InvitationPage({ params }: Props) {
  const { locale, token } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('team');
  const { state, cohort, role, team } = await findInvitation(token);
  return (
    <div className="mx-auto w-full max-w-3xl px-4 py-10 sm:px-6 sm:py-16">
      <h1 className="text-2xl font-bold">{t('join.title')}</h1>
      {state === 'open' ? (
        <>
          <p className="mt-8 max-w-measure text-lg text-pretty">
            {team === null ? t(`invitation.as.${role}`, { cohort }) : t('invitation.team', { cohort, team })}
          </p>
          <TakeInvitation token={token} />
        </>
      ) : (
        <div className="mt-8 max-w-measure">
          <Notice tone="warn">{t(`invitation.${state}`)}</Notice>
        </div>
      )}
    </div>
  );
}
