import { getTranslations, setRequestLocale } from 'next-intl/server';
import { LearnerPreview } from '@/components/instructor/gradebook/learner-preview';
import { Alternates } from '@/components/site/alternates';
import { ClientMessages } from '@/components/site/client-messages';
import type { Locale } from '@/i18n/routing';
import { loadCourseTitles } from '../../course-titles';

// There are as many as learners: made when asked for, the same for everybody.
export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ locale: Locale; id: string; user: string }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'instructor.gradebook' });
  return { title: t('preview'), robots: { index: false } };
}

export default async function LearnerGradesPage({ params }: Props) {
  const { locale, id, user } = await params;
  setRequestLocale(locale);
  return (
    <div className="mx-auto w-full max-w-4xl px-4 py-8 sm:px-6 sm:py-12">
      <Alternates path={`/cohorts/${id}/gradebook/${user}`} />
      <ClientMessages of={['instructor', 'grades']}>
        <LearnerPreview cohort={id} learner={user} titles={(await loadCourseTitles(locale)).exercises} />
      </ClientMessages>
    </div>
  );
}
