import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Alternates } from '@/components/site/alternates';
import { Summary } from '@/components/team/summary';
import type { Locale } from '@/i18n/routing';
import { MathFonts } from '../../../../fonts';
import 'katex/dist/katex.min.css';

type Props = { params: Promise<{ locale: Locale; id: string }> };

export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'team.summary' });
  return { title: t('title'), robots: { index: false } };
}

export default async function SummaryPage({ params }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  return (
    <div className="mx-auto w-full max-w-4xl px-4 py-8 sm:px-6 sm:py-12">
      <Alternates path={`/sessions/${id}/summary`} />
      <MathFonts />
      <Summary id={id} />
    </div>
  );
}
