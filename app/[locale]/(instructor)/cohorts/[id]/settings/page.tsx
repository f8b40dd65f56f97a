import { getTranslations, setRequestLocale } from 'next-intl/server';
import { CohortSetup } from '@/components/instructor/setup/cohort-setup';
import { Alternates } from '@/components/site/alternates';
import { ClientMessages } from '@/components/site/client-messages';
import type { Locale } from '@/i18n/routing';
import { readManifest } from '@/server/exercise-manifest';

// There are as many as cohorts: made when asked for, the same for everybody.
export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ locale: Locale; id: string }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'instructor.setup' });
  return { title: t('settings'), robots: { index: false } };
}

export default async function CohortSettingsPage({ params }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const { exercises } = await readManifest();
  return (
    <div className="mx-auto w-full max-w-4xl px-4 py-10 sm:px-6 sm:py-16">
      <Alternates path={`/cohorts/${id}/settings`} />
      <ClientMessages of={['instructor', 'grades.rule']}>
        <CohortSetup
          id={id}
          exercises={exercises.map((exercise) => ({ id: exercise.id, title: exercise.title[locale] }))}
        />
      </ClientMessages>
    </div>
  );
}
