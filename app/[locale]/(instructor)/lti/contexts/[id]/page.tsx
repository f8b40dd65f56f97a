import { getTranslations, setRequestLocale } from 'next-intl/server';
import { LinkContext } from '@/components/instructor/lti/link-context';
import { Alternates } from '@/components/site/alternates';
import type { Locale } from '@/i18n/routing';

// There are as many as courses: made when asked for, the same for everybody.
export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ locale: Locale; id: string }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'instructor.lti' });
  return { title: t('contextTitle'), robots: { index: false } };
}

export default async function ContextPage({ params }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('instructor.lti');
  return (
    <div className="mx-auto w-full max-w-2xl px-4 py-10 sm:px-6 sm:py-16">
      <Alternates path={`/lti/contexts/${id}`} />
      <h1 className="text-2xl font-bold">{t('contextTitle')}</h1>
      <LinkContext id={id} />
    </div>
  );
}
