import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Alternates } from '@/components/site/alternates';
import { SessionRoom } from '@/components/team/session-room';
import type { Locale } from '@/i18n/routing';
import { MathFonts } from '../../../fonts';
import { exerciseNames } from '../../team/exercise-names';
import 'katex/dist/katex.min.css';

type Props = { params: Promise<{ locale: Locale; id: string }> };

// There are as many as sessions: made when asked for, the same for everybody.
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'team.session' });
  return { title: t('title'), robots: { index: false } };
}

export default async function SessionPage({ params }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  return (
    <div className="mx-auto w-full max-w-6xl px-4 py-8 sm:px-6 sm:py-10">
      <Alternates path={`/sessions/${id}`} />
      <MathFonts />
      <SessionRoom id={id} exercises={await exerciseNames(locale)} />
    </div>
  );
}
