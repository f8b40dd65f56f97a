import { useLocale, useTranslations } from 'next-intl';
import { Difficulty } from '@/components/course/difficulty';
import { StepMark } from '@/components/course/step-mark';
import { PageLink } from '@/components/site/page-link';
import type { ExerciseSummary } from '@/contracts/exercise';
import type { Locale } from '@/i18n/routing';
import { useStateNames } from './state-names';

export function ExerciseRow({ exercise }: { exercise: ExerciseSummary }) {
  const t = useTranslations('site.path');
  const locale = useLocale() as Locale;
  return (
    <li className="border-b border-line">
      <PageLink
        prefetch={false}
        href={`/exercises/${exercise.id}`}
        className="group grid grid-cols-[auto_minmax(0,1fr)_auto] items-baseline gap-x-4 py-3.5"
      >
        <span className="translate-y-1">
          <StepMark step={{ kind: 'exercise', id: exercise.id }} names={useStateNames()} />
        </span>
        <span className="break-words">
          <span className="block font-semibold group-hover:text-accent">{exercise.title[locale]}</span>
          <span className="mt-0.5 block max-w-measure text-sm text-muted">{exercise.summary[locale]}</span>
        </span>
        <span className="flex flex-col items-end gap-1.5 text-xs text-muted tabular-nums">
          <span>{t('minutes', { count: exercise.minutes })}</span>
          <Difficulty level={exercise.difficulty} label={t('difficulty', { level: exercise.difficulty })} />
        </span>
      </PageLink>
    </li>
  );
}
