import 'server-only';
import { SubmissionInputSchema } from '@/contracts/learning';
import type { Report } from '@/grading/report';

/**
 * Whether the page, which ran the public checks on the reader's device, saw one of them end otherwise than the server.
 * `page` is the kept verdict of the page, or null when it did not run.
 */
export function verdictsDiffer(page: unknown, report: Report): boolean {
  const parsed = SubmissionInputSchema.shape.page.safeParse(page);
  if (!parsed.success || parsed.data === undefined) return false;
  const passed = new Map(
    report.checks
      .filter(({ visibility }) => visibility === 'public')
      .map(({ id, outcome }) => [id, outcome === 'passed'] as const),
  );
  const { passedChecks, failedChecks } = parsed.data;
  return passedChecks.some((id) => passed.get(id) === false) || failedChecks.some((id) => passed.get(id) === true);
}
