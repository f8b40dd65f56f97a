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

export function forbiddenImport(module: string, allowed: readonly string[]): Localized {
  const list = allowed.map((one) => `\`import … from '${one}'\``);
  return {
    en: `Only ${list.join(' and ')} ${list.length > 1 ? 'are' : 'is'} possible, not \`${module}\`.`,
    ko: `${list.join('와 ')}만 사용할 수 있습니다. \`${module}\`은(는) 불러올 수 없습니다.`,
  };
}

/** `name` of `my-layers` is a function of an exercise that the learner has not passed. */
export function missingLayer(name: string, title: Localized): Localized {
  return {
    en: `\`${name}\` is not in your library yet: pass the exercise “${title.en}” first.`,
    ko: `\`${name}\`은(는) 아직 내 라이브러리에 없습니다. 먼저 '${title.ko}' 실습을 통과하십시오.`,
  };
}

export function unknownLayer(name: string, known: readonly string[]): Localized {
  const list = known.map((one) => `\`${one}\``).join(', ');
  return {
    en: `\`my-layers\` has no \`${name}\`. It can have: ${list}.`,
    ko: `\`my-layers\`에는 \`${name}\`이(가) 없습니다. 들어갈 수 있는 이름: ${list}.`,
  };
}

export function brokenLayer(title: Localized, why: Localized): Localized {
  return {
    en: `Your solution of “${title.en}” can no longer be loaded: ${why.en}`,
    ko: `'${title.ko}' 실습에 제출한 풀이를 더 이상 불러올 수 없습니다. ${why.ko}`,
  };
}
