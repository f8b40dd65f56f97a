import { getMessages, getTranslations, setRequestLocale } from 'next-intl/server';
import { type GlossaryEntry, GlossaryList } from '@/components/glossary/glossary-list';
import { Alternates } from '@/components/site/alternates';
import { loadLesson } from '@/content/catalog';
import { glossary } from '@/content/glossary/glossary';
import { listLessons } from '@/content/units';
import type { Locale } from '@/i18n/routing';
import type en from '@/messages/en.json';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'glossary' });
  return { title: t('title'), description: t('intro') };
}

/** For each term that a lesson explains at a touch, the first such lesson. */
async function firstLessons(locale: Locale): Promise<Map<string, { title: string; href: string }>> {
  const first = new Map<string, { title: string; href: string }>();
  for (const lesson of await listLessons()) {
    const { metadata, terms } = await loadLesson(lesson, locale);
    for (const id of terms) {
      if (!first.has(id)) first.set(id, { title: metadata.title, href: `/${locale}/lessons/${lesson.id}` });
    }
  }
  return first;
}

async function entriesIn(locale: Locale): Promise<GlossaryEntry[]> {
  const other = locale === 'ko' ? 'en' : 'ko';
  const lessons = await firstLessons(locale);
  const order = new Intl.Collator(locale);
  return glossary
    .map((term) => ({
      id: term.id,
      name: term[locale],
      other: term[other],
      also: [...(term.also?.[locale] ?? []), ...(term.also?.[other] ?? [])],
      meaning: term.meaning[locale],
      lesson: lessons.get(term.id) ?? null,
    }))
    .sort((a, b) => order.compare(a.name, b.name));
}

/** Every word of the course with its meaning; each has an anchor of its own. */
export default async function GlossaryPage({ params }: Props) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  const t = await getTranslations('glossary');
  const { glossary: texts } = (await getMessages()) as typeof en;
  return (
    <div className="mx-auto w-full max-w-3xl px-4 pt-10 pb-24 sm:px-6 sm:pt-16">
      <Alternates path="/glossary" />
      <h1 className="text-3xl sm:text-4xl">{t('title')}</h1>
      <p className="mt-5 max-w-measure text-lg text-muted">{t('intro')}</p>
      <GlossaryList entries={await entriesIn(locale)} texts={texts} otherLanguage={locale === 'ko' ? 'en' : 'ko'} />
    </div>
  );
}
