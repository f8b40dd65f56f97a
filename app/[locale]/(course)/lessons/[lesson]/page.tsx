import { notFound } from 'next/navigation';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { LessonEnd } from '@/components/course/lesson-end';
import { ScrollRegions } from '@/components/course/scroll-regions';
import { Objectives } from '@/components/lesson/objectives';
import { sectionHeading } from '@/components/lesson/section-heading';
import { SectionThreads } from '@/components/lesson/section-threads';
import { Alternates } from '@/components/site/alternates';
import { loadLesson } from '@/content/catalog';
import { listLessons } from '@/content/units';
import { type Locale, routing } from '@/i18n/routing';
import { readManifest } from '@/server/exercise-manifest';
import { MathFonts } from '../../../fonts';
import { loadPathUnit } from '../../course-path';
import { LessonHeader } from './lesson-header';
import { LessonTurn } from './lesson-turn';
import { Outline } from './outline';
import { Practice } from './practice';
import 'katex/dist/katex.min.css';

type Props = { params: Promise<{ locale: string; lesson: string }> };

export const dynamicParams = false;

export async function generateStaticParams() {
  const lessons = await listLessons();
  return routing.locales.flatMap((locale) => lessons.map(({ id }) => ({ locale, lesson: id })));
}

async function findLesson(params: Props['params']) {
  const { locale, lesson: id } = await params;
  const lessons = await listLessons();
  const index = lessons.findIndex((lesson) => lesson.id === decodeURIComponent(id));
  const lesson = lessons[index];
  if (!lesson) notFound();
  return { locale: locale as Locale, lesson, before: lessons[index - 1], after: lessons[index + 1] };
}

export async function generateMetadata({ params }: Props) {
  const { locale, lesson } = await findLesson(params);
  const { metadata } = await loadLesson(lesson, locale);
  return { title: metadata.title, description: metadata.summary };
}

export default async function LessonPage({ params }: Props) {
  const { locale, lesson, before, after } = await findLesson(params);
  setRequestLocale(locale);
  const t = await getTranslations('site.reading');
  const discuss = await getTranslations('lesson');
  const { default: Text, metadata, outline } = await loadLesson(lesson, locale);
  const part = await loadPathUnit(lesson.unit, (await readManifest()).exercises, locale);
  const titleOf = async (other: typeof before) =>
    other && { id: other.id, title: (await loadLesson(other, locale)).metadata.title };
  return (
    <div className="lesson-page mx-auto w-full max-w-page px-4 pb-24 sm:px-6">
      <Alternates path={`/lessons/${lesson.id}`} />
      <MathFonts />
      <LessonHeader lesson={lesson} metadata={metadata} locale={locale} />
      <Outline entries={outline} title={t('contents')} />
      <article className="lesson-text min-w-0">
        <div className="prose">
          <Objectives>
            <ul>
              {metadata.objectives.map((objective) => (
                <li key={objective}>{objective}</li>
              ))}
            </ul>
          </Objectives>
          <Text
            components={{ h2: sectionHeading(`/${locale}/threads?lesson=${lesson.id}`, discuss('discussSection')) }}
          />
        </div>
        <ScrollRegions />
        <SectionThreads lesson={lesson.id} />
        <LessonEnd lesson={lesson.id} texts={{ finish: t('finish'), finished: t('finished'), notKept: t('notKept') }} />
        <Practice part={part} />
        <LessonTurn before={await titleOf(before)} after={await titleOf(after)} />
      </article>
    </div>
  );
}
