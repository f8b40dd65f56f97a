import { getTranslations, setRequestLocale } from 'next-intl/server';
import { FindPage } from '@/components/find/find-page';
import { Alternates } from '@/components/site/alternates';
import { listUnits } from '@/content/units';
import type { Locale } from '@/i18n/routing';

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'find' });
  return { title: t('title'), robots: { index: false } };
}

/** The page is the same for everybody; what is in it comes from the API, by who asks. */
export default async function FindDiscussionPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('find');
  const units = (await listUnits()).map(({ id, title }) => ({ id, title: title[locale] }));
  return (
    <div className="mx-auto w-full max-w-3xl px-4 py-10 sm:px-6 sm:py-16">
      <Alternates path="/find" />
      <h1 className="text-2xl font-bold">{t('title')}</h1>
      <p className="mt-2 max-w-measure text-muted">{t('intro')}</p>
      <FindPage units={units} />
    </div>
  );
}
