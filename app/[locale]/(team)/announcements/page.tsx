import { getTranslations, setRequestLocale } from 'next-intl/server';
import { OwnAnnouncements } from '@/components/announcements/own-announcements';
import { Alternates } from '@/components/site/alternates';
import type { Locale } from '@/i18n/routing';
import { MathFonts } from '../../fonts';
import 'katex/dist/katex.min.css';

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'team.announcements' });
  return { title: t('title'), robots: { index: false } };
}

/** The page is the same for everybody; what is in it comes from the API, by who asks. */
export default async function AnnouncementsPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('team.announcements');
  return (
    <div className="mx-auto w-full max-w-3xl px-4 py-10 sm:px-6 sm:py-16">
      <Alternates path="/announcements" />
      <MathFonts />
      <h1 className="text-2xl font-bold">{t('title')}</h1>
      <OwnAnnouncements />
    </div>
  );
}
