import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';
import type { CohortLti } from '@/contracts/lti';
import { learnerPath } from '../paths';

type Member = CohortLti['contexts'][number]['members'][number];

/** Who is in a course on its platform, and whether they have come from there. */
export function CourseRoster({ members, cohort }: { members: readonly Member[]; cohort: string }) {
  const t = useTranslations('instructor.lti');
  if (members.length === 0) return null;
  return (
    <details className="mt-4">
      <summary className="min-h-11 cursor-pointer py-2 text-sm font-semibold">
        {t('people', { count: members.filter(({ isActive }) => isActive).length })}
      </summary>
      <ul className="mt-1 max-h-96 overflow-y-auto border-t border-line text-sm">
        {members.map(({ name, role, isActive, user }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: who has no account here has nothing else
          <li key={at} className="flex flex-wrap justify-between gap-x-4 border-b border-line py-2">
            {user !== null && role === 'LEARNER' ? (
              <TextLink href={learnerPath(cohort, user)}>{name ?? t('unnamed')}</TextLink>
            ) : (
              <span>{name ?? t('unnamed')}</span>
            )}
            <span className="text-muted">
              {t(`roles.${role ?? 'none'}`)} · {t(!isActive ? 'left' : user === null ? 'notYet' : 'here')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
