import type { LogActivity, LogField } from '@/contracts/log';
import type { Locale } from '@/grading/localized';
import type { Titles } from './titles';

/** Key of `log.prompts.FIELD`, and what fills it. */
export interface Prompt {
  key: string;
  values: Record<string, string>;
}

/** What each field asks, by what was done that day. */
export function promptsOf(activity: LogActivity, titles: Titles, locale: Locale): Record<LogField, Prompt> {
  const lesson = activity.lessons.at(-1)?.lesson;
  const ofLesson = lesson === undefined ? null : { title: titles.lessons[lesson] ?? lesson };
  const titleOf = (exercise: string) => ({ title: titles.exercises[exercise] ?? exercise });
  const latest = activity.exercises.at(-1);
  const passed = activity.exercises.findLast((exercise) => exercise.passed);
  const open = activity.exercises.findLast((exercise) => !exercise.passed);
  const tried = activity.exercises.findLast((exercise) => exercise.attempts > 0 && !exercise.passed);
  const found = activity.exercises
    .flatMap(({ exercise, findings }) => findings.map(({ diagnosis }) => ({ exercise, diagnosis })))
    .findLast(({ diagnosis }) => diagnosis !== null);
  return {
    learned: first(passed && { key: 'passed', values: titleOf(passed.exercise) }, lessonPrompt(ofLesson)),
    derived: first(latest && { key: 'exercise', values: titleOf(latest.exercise) }),
    mistake: first(
      found && { key: 'finding', values: { ...titleOf(found.exercise), text: found.diagnosis?.[locale] ?? '' } },
      tried && { key: 'failed', values: titleOf(tried.exercise) },
    ),
    question: first(open && { key: 'open', values: titleOf(open.exercise) }, lessonPrompt(ofLesson)),
    thanks: first(activity.session ? { key: 'session', values: {} } : undefined),
  };
}

function lessonPrompt(values: Record<string, string> | null): Prompt | undefined {
  return values === null ? undefined : { key: 'lesson', values };
}

function first(...prompts: (Prompt | undefined)[]): Prompt {
  return prompts.find((prompt) => prompt !== undefined) ?? { key: 'plain', values: {} };
}
