'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMe } from '@/components/session/use-me';
import { PageLink } from '@/components/site/page-link';

/** The pages about a cohort as a whole, by the last part of their address; the first is the cohort's own. */
const PAGES = [
  ...(['progress', 'people', 'gradebook', 'watchlist', 'announcements'] as const),
  ...(['similarity', 'peer-instruction', 'connections', 'settings'] as const),
];

/** Ways between the pages of one cohort. Learners, who may see none of them, get none. */
export function CohortNav({ cohort }: { cohort: string }) {
  const t = useTranslations('instructor.nav');
  const { me } = useMe();
  const [, , , current] = usePathname().slice(1).split('/');
  if (me?.viewer == null || me.viewer.role === 'learner') return null;
  return (
    <nav aria-label={t('label')} className="border-b border-line px-4 sm:px-6">
      <ul className="-mb-px flex flex-wrap gap-x-5">
        {PAGES.map((page) => {
          const last = page === 'progress' ? undefined : page;
          return (
            <li key={page}>
              <PageLink
                href={last === undefined ? `/cohorts/${cohort}` : `/cohorts/${cohort}/${last}`}
                aria-current={current === last ? 'page' : undefined}
                className="flex min-h-11 items-center border-b-2 border-transparent text-sm text-muted hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-ink"
              >
                {t(page)}
              </PageLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
