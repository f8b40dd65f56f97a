import { getTranslations, setRequestLocale } from 'next-intl/server';
import { CohortAnnouncements } from '@/components/instructor/announcements/announcements-page';
import { Alternates } from '@/components/site/alternates';
import { ClientMessages } from '@/components/site/client-messages';
import type { Locale } from '@/i18n/routing';
import { MathFonts } from '../../../../fonts';
import 'katex/dist/katex.min.css';

// There are as many as cohorts: made when asked for, the same for everybody.
export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ locale: Locale; id: string }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'instructor.announcements' });
  return { title: t('title'), robots: { index: false } };
}

export default async function AnnouncementsPage({ params }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  return (
    <div className="mx-auto w-full max-w-4xl px-4 py-10 sm:px-6 sm:py-16">
      <Alternates path={`/cohorts/${id}/announcements`} />
      <MathFonts />
      <ClientMessages of={['instructor', 'discussion.text', 'discussion.composer']}>
        <CohortAnnouncements cohort={id} />
      </ClientMessages>
    </div>
  );
}
