import { useTranslations } from 'next-intl';
import { PageLink } from '@/components/site/page-link';

type Neighbour = { id: string; title: string } | undefined;

/** To the lesson before and the one after. */
export function LessonTurn({ before, after }: { before: Neighbour; after: Neighbour }) {
  const t = useTranslations('site.reading');
  return (
    <nav aria-label={t('turn')} className="mt-16 grid max-w-[46rem] gap-4 sm:grid-cols-2">
      {before && <TurnLink lesson={before} label={t('previous')} />}
      {after && <TurnLink lesson={after} label={t('next')} end />}
    </nav>
  );
}

function TurnLink({
  lesson,
  label,
  end = false,
}: {
  lesson: { id: string; title: string };
  label: string;
  end?: boolean;
}) {
  return (
    <PageLink
      href={`/lessons/${lesson.id}`}
      className={`rounded-md border border-line px-5 py-4 hover:border-edge hover:bg-surface ${end ? 'sm:col-start-2 sm:text-right' : ''}`}
    >
      <span className="block text-xs text-muted">{label}</span>
      <span className="mt-1 block font-semibold">{lesson.title}</span>
    </PageLink>
  );
}
