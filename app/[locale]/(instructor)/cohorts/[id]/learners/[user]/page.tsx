import { getTranslations, setRequestLocale } from 'next-intl/server';
import { LearnerOverview } from '@/components/instructor/learner/learner-page';
import { Alternates } from '@/components/site/alternates';
import { askEarly } from '@/components/site/ask-early';
import { ClientMessages } from '@/components/site/client-messages';
import type { Locale } from '@/i18n/routing';
import { MathFonts } from '../../../../../fonts';
import { loadCourseTitles } from '../../course-titles';
import 'katex/dist/katex.min.css';

// There are as many as learners: made when asked for, the same for everybody.
export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ locale: Locale; id: string; user: string }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'instructor.learner' });
  return { title: t('title'), robots: { index: false } };
}

export default async function LearnerPage({ params }: Props) {
  const { locale, id, user } = await params;
  setRequestLocale(locale);
  askEarly('/api/me', `/api/cohorts/${id}/learners/${encodeURIComponent(user)}`);
  return (
    <div className="mx-auto w-full max-w-5xl px-4 py-8 sm:px-6 sm:py-12">
      <Alternates path={`/cohorts/${id}/learners/${user}`} />
      <MathFonts />
      <ClientMessages of={['instructor', 'report', 'workbench', 'discussion.text']}>
        <LearnerOverview cohort={id} learner={user} titles={await loadCourseTitles(locale)} />
      </ClientMessages>
    </div>
  );
}
