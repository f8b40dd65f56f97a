import { getTranslations, setRequestLocale } from 'next-intl/server';
import { CohortPeople } from '@/components/instructor/people/cohort-people';
import { Alternates } from '@/components/site/alternates';
import { ClientMessages } from '@/components/site/client-messages';
import type { Locale } from '@/i18n/routing';

// There are as many as cohorts: made when asked for, the same for everybody.
export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ locale: Locale; id: string }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'instructor.people' });
  return { title: t('title'), robots: { index: false } };
}

export default async function CohortPeoplePage({ params }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  return (
    <div className="mx-auto w-full max-w-6xl px-4 py-8 sm:px-6 sm:py-12">
      <Alternates path={`/cohorts/${id}/people`} />
      <ClientMessages of={['instructor', 'team.invite', 'team.cancel']}>
        <CohortPeople id={id} />
      </ClientMessages>
    </div>
  );
}
