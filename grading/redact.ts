import { sameShape } from './compare';
import type { Localized } from './localized';
import { shapeDiffers, valuesDiffer } from './messages/outcomes';
import type { CheckResult, Report } from './report';
import { checkOf } from './task-ids';

/** Who reads a report: staff see all of it. */
export type Audience = 'learner' | 'staff';

const HIDDEN_BAD_INPUT: Localized = {
  en: 'An error was due for a bad input, and did not come as specified.',
  ko: '잘못된 입력에 대해 명세대로 오류를 내지 않았습니다.',
};
const HIDDEN_ERROR: Localized = {
  en: 'Your code threw on a hidden input.',
  ko: '비공개 입력에서 코드가 오류를 냈습니다.',
};
const HIDDEN_FAILURE: Localized = {
  en: 'A hidden check on new inputs did not pass.',
  ko: '새로운 입력으로 하는 비공개 검사를 통과하지 못했습니다.',
};

/**
 * A text made of sizes alone. Messages of errors, keys and class names of results are the learner's own to choose, so
 * they could carry a hidden input.
 */
function safeMessage({ outcome, kind, message, tensors = [] }: CheckResult): Localized {
  if (outcome === 'errored') return HIDDEN_ERROR;
  if (outcome !== 'failed' || kind === 'leak' || kind === 'budget') return message;
  if (kind === 'throws') return HIDDEN_BAD_INPUT;
  const wrong = tensors.find(({ passed }) => !passed);
  if (!wrong) return HIDDEN_FAILURE;
  const { label, actualShape, expectedShape } = wrong;
  if (!sameShape(actualShape, expectedShape)) return shapeDiffers(label, actualShape, expectedShape);
  return wrong.failing > 0 ? valuesDiffer(wrong) : HIDDEN_FAILURE;
}

/** Names that say nothing of the inputs; others could be made from them. */
const ERROR_NAMES = ['Error', 'TypeError', 'RangeError', 'ReferenceError', 'SyntaxError', 'ForbiddenError'];

function redactCheck(check: CheckResult): CheckResult {
  if (check.visibility === 'public') return check;
  const { thrown, tensors, counterexample: _inputs, ...rest } = check;
  return {
    ...rest,
    message: safeMessage(check),
    ...(tensors && {
      tensors: tensors.map(({ actual: _actual, expected: _expected, worst: _worst, ...sizes }) => sizes),
    }),
    ...(thrown && {
      thrown: {
        name: ERROR_NAMES.includes(thrown.name) ? thrown.name : 'Error',
        message: '',
        ...(thrown.location && { location: thrown.location }),
      },
    }),
  };
}

/**
 * What an audience may see. Of hidden checks a learner gets outcome, diagnosis, shapes and size of error: no inputs, no
 * expected values, no text of errors (learner code may put inputs there), no console output.
 */
export function redactReport(report: Report, audience: Audience): Report {
  if (audience === 'staff') return report;
  const hidden = new Set(report.checks.flatMap(({ id, visibility }) => (visibility === 'hidden' ? [id] : [])));
  const from = report.console.lines.findIndex(({ task }) => task !== undefined && hidden.has(checkOf(task)));
  const lines = from < 0 ? report.console.lines : report.console.lines.slice(0, from);
  return { ...report, checks: report.checks.map(redactCheck), console: { ...report.console, lines } };
}
