'use client';

import Link from 'next/link';
import { fill } from '@/components/figures/fill';
import { useMe } from '@/components/session/use-me';
import { buttonStyle } from '@/components/ui/button-style';
import { reviewHref } from './due';
import type { ReviewTexts } from './review-texts';
import { showDate } from './show-date';
import { useDue } from './use-due';

/** What is due now, or when the next check comes back. `lessons` are the titles by id. */
export function ReviewOverview({
  locale,
  texts,
  lessons,
}: {
  locale: string;
  texts: ReviewTexts;
  lessons: Record<string, string>;
}) {
  const { me, loading } = useMe();
  const { answered, due, next } = useDue();
  const first = due[0];
  if (answered === null) return <p className="min-h-40 text-muted">{loading ? texts.loading : texts.unreachable}</p>;
  return (
    <div className="min-h-40">
      <p className="text-lg">
        {first
          ? fill(due.length === 1 ? texts.dueOne : texts.dueMany, { count: due.length })
          : answered === 0
            ? texts.nothingAnswered
            : texts.nothingDue}
      </p>
      {next && <p className="mt-1 text-sm text-muted">{fill(texts.next, { date: showDate(next, locale) })}</p>}
      <p className="mt-6">
        <Link
          prefetch={false}
          href={first ? `/${locale}${reviewHref(first)}` : `/${locale}`}
          className={buttonStyle(first ? 'primary' : 'quiet')}
        >
          {first ? texts.start : texts.toCourse}
        </Link>
      </p>
      {first && (
        <ul className="mt-8 border-t border-line text-sm" aria-label={texts.list}>
          {due.map((id) => (
            <li key={id} className="flex flex-wrap gap-x-4 border-b border-line py-2.5">
              <Link prefetch={false} href={`/${locale}${reviewHref(id)}`} className="text-ink">
                {lessons[id.split('#')[0] ?? '']}
              </Link>
              <span className="text-muted">
                {me?.quickChecks[id]?.correct ? texts.rightBefore : texts.missedBefore}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
