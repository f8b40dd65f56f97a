import { readdirSync } from 'node:fs';
import en from '../../messages/en.json' with { type: 'json' };
import ko from '../../messages/ko.json' with { type: 'json' };

export const LANGUAGES = [
  { locale: 'en', other: 'ko', texts: en },
  { locale: 'ko', other: 'en', texts: ko },
] as const;

const folders = (path: string) =>
  readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() && /^\d\d-/.test(entry.name) ? [entry.name] : [],
  );

/** Ids of all lessons, `UNIT.FOLDER`, as in their addresses. */
export const LESSONS = folders('content').flatMap((unit) =>
  folders(`content/${unit}`).map((name) => `${unit}.${name}`),
);

export const EXERCISE = 'exercises/02-mlp/dense-forward';
