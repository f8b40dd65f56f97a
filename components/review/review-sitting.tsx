'use client';

import Link from 'next/link';
import { type ReactNode, useMemo, useState } from 'react';
import { fill } from '@/components/figures/fill';
import { SittingContext } from '@/components/lesson/sitting';
import { useMe } from '@/components/session/use-me';
import { buttonStyle } from '@/components/ui/button-style';
import { isDueCheck, reviewHref } from './due';
import { RateAnswer } from './rate-answer';
import type { ReviewTexts } from './review-texts';
import { showDate } from './show-date';
import { useDue } from './use-due';

/** One check (children) asked anew: the first answer counts if the check is due; then the way on to the next. */
export function ReviewSitting(props: { id: string; locale: string; texts: ReviewTexts; children: ReactNode }) {
  const { id, locale, texts } = props;
  const { me } = useMe();
  const check = me?.quickChecks[id];
  const left = useDue().due.filter((other) => other !== id);
  // As it was when the page was opened: the answer makes a new date.
  const [counts, setCounts] = useState<boolean | null>(null);
  if (me && counts === null) setCounts(isDueCheck(check, Date.now()));
  const [first, setFirst] = useState<boolean | null>(null);
  const [kept, setKept] = useState(false);
  const sitting = useMemo(
    () => ({ onVerdict: (correct: boolean) => setFirst((before) => before ?? correct), onKept: () => setKept(true) }),
    [],
  );
  const on = left[0];
  return (
    <SittingContext value={sitting}>
      {counts === false && first === null && check?.due && (
        <p className="text-sm text-muted">{fill(texts.practice, { date: showDate(new Date(check.due), locale) })}</p>
      )}
      {props.children}
      <div role="status" className="grid min-h-32 content-start justify-items-start gap-4">
        {first !== null && (
          <>
            {counts && first && kept && <RateAnswer id={id} texts={texts} />}
            {counts && kept && check?.due && (
              <p className="text-sm text-muted">
                {fill(texts.comesBack, { date: showDate(new Date(check.due), locale) })}
              </p>
            )}
            <Link
              prefetch={false}
              href={`/${locale}${on ? reviewHref(on) : '/review'}`}
              className={buttonStyle('primary')}
            >
              {on ? fill(texts.on, { count: left.length }) : texts.done}
            </Link>
          </>
        )}
      </div>
    </SittingContext>
  );
}
