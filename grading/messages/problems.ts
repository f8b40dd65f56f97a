import type { Localized } from '../localized';
import { koreanReason } from './syntax-reasons';

/** Texts of what stops a run before any check. Line and column are 1-based, in the learner's own source. */

export function syntaxError(line: number, column: number, reason: string): Localized {
  return {
    en: `Syntax error at line ${line}, column ${column}: ${reason}`,
    ko: `${line}행 ${column}열에 문법 오류가 있습니다: ${koreanReason(reason)}`,
  };
}

export function sourceTooLarge(bytes: number, limit: number): Localized {
  const [kb, max] = [bytes, limit].map((size) => Math.ceil(size / 1000));
  return {
    en: `The source is ${kb} KB; at most ${max} KB can be graded.`,
    ko: `소스가 ${kb} KB입니다. ${max} KB까지만 채점할 수 있습니다.`,
  };
}

export function missingExport(name: string, found: readonly string[]): Localized {
  const list = found.map((one) => `\`${one}\``).join(', ');
  return {
    en: `Export a function named \`${name}\`: write \`export function ${name}(…)\`.${list ? ` Found only ${list}.` : ''}`,
    ko: `\`${name}\` 함수를 내보내야 합니다. \`export function ${name}(…)\` 형태로 작성하십시오.${list ? ` 현재 내보낸 이름: ${list}.` : ''}`,
  };
}

export function forbiddenName(name: string): Localized {
  if (name === 'async') {
    return {
      en: 'Functions must be synchronous here: `async` and `await` are not allowed.',
      ko: '이 실습의 함수는 동기 함수여야 합니다. `async`와 `await`는 사용할 수 없습니다.',
    };
  }
  return {
    en: `\`${name}\` is not allowed in this exercise.`,
    ko: `이 실습에서는 \`${name}\`을(를) 사용할 수 없습니다.`,
  };
}

export function forbiddenImport(module: string): Localized {
  return {
    en: `Only \`import … from '@tensorflow/tfjs-core'\` is possible, not \`${module}\`.`,
    ko: `\`import … from '@tensorflow/tfjs-core'\`만 사용할 수 있습니다. \`${module}\`은(는) 불러올 수 없습니다.`,
  };
}
