import 'katex/dist/katex.min.css';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Suspense } from 'react';
import { ThreadList } from '@/components/discussion/thread-list';
import { Alternates } from '@/components/site/alternates';
import type { Locale } from '@/i18n/routing';
import { courseNames } from './course-names';

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'discussion.list' });
  return { title: t('title'), robots: { index: false } };
}

/** The page is the same for everybody; what is in it comes from the API, by who asks. */
export default async function ThreadsPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('discussion.list');
  return (
    <div className="mx-auto w-full max-w-3xl px-4 py-10 sm:px-6 sm:py-16">
      <Alternates path="/threads" />
      <h1 className="text-2xl font-bold">{t('title')}</h1>
      <p className="mt-2 max-w-measure text-muted">{t('intro')}</p>
      <Suspense fallback={<div className="min-h-dvh" />}>
        <ThreadList course={await courseNames(locale)} />
      </Suspense>
    </div>
  );
}
