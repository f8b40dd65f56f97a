import { useTranslations } from 'next-intl';
import { StepMark } from '@/components/course/step-mark';
import { PageLink } from '@/components/site/page-link';
import type { PathUnit } from './course-path';
import { useStateNames } from './state-names';

export function LessonRow({ lesson }: { lesson: PathUnit['lessons'][number] }) {
  const t = useTranslations('site.path');
  return (
    <li className="border-b border-line">
      <PageLink
        prefetch={false}
        href={`/lessons/${lesson.id}`}
        className="group grid grid-cols-[auto_minmax(0,1fr)_auto] items-baseline gap-x-4 py-4"
      >
        <span className="translate-y-1">
          <StepMark step={{ kind: 'lesson', id: lesson.id }} names={useStateNames()} />
        </span>
        <span className="break-words">
          <span className="block text-lg font-semibold group-hover:text-accent">{lesson.metadata.title}</span>
          <span className="mt-1 block max-w-measure text-sm text-muted">{lesson.metadata.summary}</span>
        </span>
        <span className="text-xs text-muted tabular-nums">{t('minutes', { count: lesson.metadata.minutes })}</span>
      </PageLink>
    </li>
  );
}
