import { loadLesson } from '@/content/catalog';
import { glossary } from '@/content/glossary/glossary';
import type { SectionText } from '@/content/unit';
import type { SearchEntry } from '@/contracts/search';
import type { Locale } from '@/i18n/routing';
import { loadPath, type PathUnit } from '../(course)/course-path';

const otherOf = (locale: Locale): Locale => (locale === 'ko' ? 'en' : 'ko');

/** Everything that can be found on the pages of one language, in reading order. */
export async function searchEntries(locale: Locale): Promise<SearchEntry[]> {
  const path = await loadPath(locale);
  const lessons = path.flatMap((part) => part.lessons.map((lesson) => lessonEntries(lesson, locale)));
  const exercises = path.flatMap((part) => part.exercises.map((exercise) => exerciseEntry(part, exercise, locale)));
  return [
    ...glossary.map((term) => termEntry(term, locale)),
    ...(await Promise.all([...lessons, ...exercises])).flat(),
  ];
}

/** A lesson, found by what comes before its first heading, and each of its sections. */
async function lessonEntries(lesson: PathUnit['lessons'][number], locale: Locale): Promise<SearchEntry[]> {
  const [here, there] = await Promise.all([loadLesson(lesson, locale), loadLesson(lesson, otherOf(locale))]);
  const href = `/${locale}/lessons/${lesson.id}`;
  const [opening, ...sections] = here.sections;
  return [
    {
      kind: 'lesson',
      title: here.metadata.title,
      also: [there.metadata.title],
      place: lesson.unit.title[locale],
      text: [here.metadata.summary, opening?.text].join(' '),
      href,
    },
    ...sections.map(
      ({ id, heading, text }, index): SearchEntry => ({
        kind: 'section',
        title: heading,
        // Both languages have the same headings in the same order (npm run check:content).
        also: [there.sections[index + 1]?.heading ?? ''],
        place: here.metadata.title,
        text,
        href: `${href}#${id}`,
      }),
    ),
  ];
}

async function exerciseEntry(
  { unit }: PathUnit,
  { id, title, summary }: PathUnit['exercises'][number],
  locale: Locale,
): Promise<SearchEntry> {
  const [folder, slug] = id.split('/');
  const prompt: { sections: readonly SectionText[] } = await import(
    `@/exercises/${folder}/${slug}/prompt.${locale}.mdx`
  );
  return {
    kind: 'exercise',
    title: title[locale],
    also: [title[otherOf(locale)]],
    place: unit.title[locale],
    text: [summary[locale], ...prompt.sections.flatMap(({ heading, text }) => [heading, text])]
      .filter(Boolean)
      .join(' '),
    href: `/${locale}/exercises/${id}`,
  };
}

function termEntry(term: (typeof glossary)[number], locale: Locale): SearchEntry {
  return {
    kind: 'term',
    title: term[locale],
    also: [term[otherOf(locale)], ...(term.also?.ko ?? []), ...(term.also?.en ?? [])],
    place: '',
    text: term.meaning[locale],
    href: `/${locale}/glossary#${term.id}`,
  };
}
