import type { Locale } from '@/grading/localized';
import type { CheckResult, Report } from '@/grading/report';

function printableCheck({ title, message, diagnosis, tensors, thrown, ...check }: CheckResult, locale: Locale) {
  return {
    ...check,
    title: title[locale],
    message: message[locale],
    ...(diagnosis && { diagnosis: { id: diagnosis.id, text: diagnosis.text[locale] } }),
    ...(tensors && { tensors }),
    ...(thrown && { thrown }),
  };
}

/** A report in one language: what `grade --json` prints. */
export function printable(report: Report, locale: Locale) {
  const { problem, checks, ...rest } = report;
  return {
    ...rest,
    ...(problem && { problem: { ...problem, message: problem.message[locale] } }),
    checks: checks.map((check) => printableCheck(check, locale)),
  };
}

const MARKS: Record<CheckResult['outcome'], string> = {
  passed: '✓',
  failed: '✗',
  errored: '!',
  'timed-out': '…',
  skipped: '-',
};

/** A report as lines for a terminal. */
export function reportLines({ problem, checks, score, maxScore, exercise }: Report, locale: Locale): string[] {
  const lines = checks.flatMap(({ outcome, title, message, diagnosis, visibility }) => [
    `${MARKS[outcome]} ${title[locale]}${visibility === 'hidden' ? ' *' : ''}`,
    ...(outcome === 'passed' ? [] : [`    ${message[locale]}`]),
    ...(diagnosis ? [`    → ${diagnosis.text[locale]}`] : []),
  ]);
  return [...(problem ? [problem.message[locale]] : []), ...lines, `${exercise}: ${score}/${maxScore}`];
}
