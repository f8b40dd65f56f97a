import 'katex/dist/katex.min.css';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { ThreadPage } from '@/components/discussion/thread-page';
import { openingAt, windowPath } from '@/components/discussion/thread-path';
import { askEarly } from '@/components/site/ask-early';
import type { Locale } from '@/i18n/routing';
import { courseNames } from '../course-names';

export const dynamic = 'force-dynamic';

type Props = {
  params: Promise<{ locale: Locale; id: string }>;
  searchParams: Promise<{ post?: string | string[] }>;
};

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'discussion' });
  return { title: t('title'), robots: { index: false } };
}

/** The page is the same for everybody; what is in it comes from the API, by who asks. */
export default async function OneThreadPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const { post } = await searchParams;
  askEarly('/api/me', windowPath(id, openingAt((Array.isArray(post) ? post[0] : post) ?? null)));
  return (
    <div className="mx-auto w-full max-w-3xl px-4 py-8 sm:px-6 sm:py-12">
      <ThreadPage id={id} course={await courseNames(locale)} />
    </div>
  );
}
