'use client';

import { useLocale } from 'next-intl';
import { useMemo, useSyncExternalStore } from 'react';
import type { Locale } from '@/grading/localized';
import type { Report } from '@/grading/report';
import type { Mark } from '../editor-port';
import type { WorkbenchSession } from '../workbench-session';

const none: Mark[] = [];

/** Places in the text where the last run or submission of exactly this text went wrong. */
export function useMarks({ run, queue }: WorkbenchSession, text: string): readonly Mark[] {
  const locale = useLocale() as Locale;
  const ran = useSyncExternalStore(run.store.subscribe, run.store.get);
  const { verdict } = useSyncExternalStore(queue.store.subscribe, queue.store.get);
  return useMemo(() => {
    const reports = [ran.source === text ? ran.report : null, verdict?.source === text ? verdict.report : null];
    const marks = reports.flatMap((report) => (report ? marksOf(report, locale) : []));
    const first = new Map(marks.map((mark) => [`${mark.location.line}`, mark]));
    return first.size > 0 ? [...first.values()] : none;
  }, [ran, verdict, text, locale]);
}

function marksOf({ problem, checks }: Report, locale: Locale): Mark[] {
  const thrown = checks.flatMap(({ thrown }) =>
    thrown?.location ? [{ location: thrown.location, message: `${thrown.name}: ${thrown.message}` }] : [],
  );
  return problem?.location ? [{ location: problem.location, message: problem.message[locale] }, ...thrown] : thrown;
}
