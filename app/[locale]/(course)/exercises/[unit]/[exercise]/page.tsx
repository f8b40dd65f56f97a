import 'katex/dist/katex.min.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { setRequestLocale } from 'next-intl/server';
import { ClientMessages } from '@/components/site/client-messages';
import { WorkbenchFrame } from '@/components/workbench/frame';
import { listUnits } from '@/content/units';
import type { ExerciseSummary } from '@/contracts/exercise';
import { routing } from '@/i18n/routing';
import { readManifest } from '@/server/exercise-manifest';
import { MathFonts } from '../../../../fonts';
import { EditorHints } from './editor-hints';
import { ExerciseHead, ExerciseNeighbours } from './exercise-head';
import { promptOf } from './help-mdx';
import { loadHelpTexts } from './load-help-texts';
import { readMonacoAssets } from './monaco-assets';

type Props = { params: Promise<{ locale: string; unit: string; exercise: string }> };

/** One page per exercise and language, all made at build time. */
export const dynamicParams = false;

export async function generateStaticParams() {
  const { exercises } = await readManifest();
  return exercises.map(({ id }) => {
    const [unit, exercise] = id.split('/');
    return { unit, exercise };
  });
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await find(params);
  if (!found) return {};
  const { exercise, locale } = found;
  return { title: exercise.title[locale], description: exercise.summary[locale] };
}

export default async function ExercisePage({ params }: Props) {
  const found = await find(params);
  if (!found) notFound();
  const { exercise, exercises, runners, locale } = found;
  setRequestLocale(locale);
  const prompt = (
    <article>
      <ExerciseHead exercise={exercise} exercises={exercises} locale={locale} />
      <div className="prose mt-6">{await promptOf(exercise.id, locale)}</div>
      <ExerciseNeighbours exercise={exercise} exercises={exercises} locale={locale} />
    </article>
  );
  const assets = await readMonacoAssets();
  return (
    <ClientMessages of={['workbench', 'report', 'discussion.text']}>
      <EditorHints assets={assets} locale={locale} />
      <MathFonts />
      <WorkbenchFrame
        exercise={{
          id: exercise.id,
          starter: exercise.starter,
          hints: exercise.hints,
          checks: exercise.checks.filter(({ visibility }) => visibility === 'public').length,
          fixture: exercise.fixture,
          usesLayers: exercise.usesLayers ?? false,
          trains: exercise.trains ?? false,
          training: exercise.training ?? null,
          runners,
        }}
        assets={assets}
        prompt={prompt}
        loadHelpTexts={loadHelpTexts}
      />
    </ClientMessages>
  );
}

/** In the order of their units, as the course path shows them; what no unit names comes last. */
async function inCourseOrder(exercises: readonly ExerciseSummary[]): Promise<ExerciseSummary[]> {
  const order = (await listUnits()).flatMap((unit) => unit.exercises);
  const place = ({ id }: ExerciseSummary) => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...exercises].sort((a, b) => place(a) - place(b));
}

async function find(params: Props['params']) {
  const { locale, unit, exercise: slug } = await params;
  const { exercises, runners } = await readManifest();
  const exercise = exercises.find(({ id }) => id === `${unit}/${slug}`);
  return exercise && hasLocale(routing.locales, locale)
    ? { exercise, exercises: await inCourseOrder(exercises), runners, locale }
    : null;
}
