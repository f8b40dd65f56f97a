import * as z from 'zod';
import type { Library } from '@/grading/library';
import type { Locale } from '@/grading/localized';

/** Declarations of each layer by exercise: what `scripts/layer-types.ts` made. */
export const LayerDeclarationsSchema = z.record(z.string(), z.string());

const NOT_PASSED = {
  en: (title: string) => `Not in your library yet: pass “${title}” first.`,
  ko: (title: string) => `아직 내 라이브러리에 없습니다. 먼저 '${title}' 실습을 통과하십시오.`,
};

/** `@deprecated` is how the editor strikes a name through, and shows why. */
function mark(declarations: string, entry: string, note: string): string {
  const at = declarations.indexOf(`export function ${entry}(`);
  const end = declarations.lastIndexOf('*/', at);
  return `${declarations.slice(0, end)}* @deprecated ${note}\n ${declarations.slice(end)}`;
}

/** The same function without its last `count` parameters, which are given. */
const viewOf = (entry: string, count: number) =>
  `(...args: Parameters<typeof ${entry}> extends [...infer First, ${Array(count).fill('unknown').join(', ')}] ? First : never) => ReturnType<typeof ${entry}>`;

/**
 * `my-layers` as the editor types it: every layer there is, those that the reader has not passed struck through with the
 * reason. Each exercise is a module of its own, so that two may name an interface alike.
 */
export function layerTypes(declarations: Readonly<Record<string, string>>, library: Library, locale: Locale): string {
  const modules = library.map(({ exercise, title, entries, views, source }) => {
    const note = NOT_PASSED[locale](title[locale]);
    const marked = entries.reduce(
      (text, entry) => (source === null ? mark(text, entry, note) : text),
      declarations[exercise] ?? '',
    );
    const others = Object.entries(views).map(
      ([name, { entry, last }]) =>
        `/** \`${entry}\` with ${JSON.stringify(last).slice(1, -1)}.${source === null ? ` @deprecated ${note}` : ''} */\nexport const ${name}: ${viewOf(entry, last.length)};\n`,
    );
    return `declare module 'my-layers/${exercise}' {\n${marked}${others.join('')}}\n`;
  });
  const names = library.map(
    ({ exercise, entries, views }) =>
      `export { ${[...entries, ...Object.keys(views)].join(', ')} } from 'my-layers/${exercise}';\n`,
  );
  return `${modules.join('')}declare module 'my-layers' {\n${names.join('')}}\n`;
}
