import type { Locale, Localized } from '@/grading/localized';

/** Why nothing could be graded, in the language that was asked for: what `grade` says on stderr before it exits with 2. */
export class Refusal extends Error {
  constructor(text: Localized, locale: Locale) {
    super(text[locale]);
    this.name = 'Refusal';
  }
}

export const USAGE = 'Usage: npm run --silent grade -- UNIT/SLUG FILE [--json] [--seed N] [--staff] [--locale ko|en]';

export const badUse = (reason: string): Localized => ({ en: `${reason}\n${USAGE}`, ko: `${reason}\n${USAGE}` });

export const badSeed = (given: string): Localized => ({
  en: `--seed must be a whole number from 0 to ${2 ** 32 - 1}, got ${given}.`,
  ko: `--seed는 0부터 ${2 ** 32 - 1}까지의 정수여야 합니다. 받은 값: ${given}`,
});

export const badLocale = (given: string): Localized => ({
  en: `--locale must be ko or en, got ${given}.`,
  ko: `--locale은 ko 또는 en이어야 합니다. 받은 값: ${given}`,
});

export const unknownExercise = (id: string): Localized => ({
  en: `Unknown exercise: ${id}. “npm run exercises” lists them all.`,
  ko: `없는 실습입니다: ${id}. 전체 목록은 “npm run exercises”로 볼 수 있습니다.`,
});

const READ_FAILURES: Record<string, Localized> = {
  ENOENT: { en: 'there is no such file', ko: '파일이 없습니다' },
  EISDIR: { en: 'it is a folder', ko: '폴더입니다' },
  EACCES: { en: 'permission denied', ko: '읽을 권한이 없습니다' },
};

export function unreadable(file: string, error: NodeJS.ErrnoException): Localized {
  const why = READ_FAILURES[error.code ?? ''] ?? { en: error.message, ko: error.message };
  return { en: `Cannot read ${file}: ${why.en}.`, ko: `${file} 파일을 읽을 수 없습니다: ${why.ko}.` };
}
