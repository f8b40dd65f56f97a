import type { Localized } from '../localized';
import type { TensorComparison, Thrown } from '../report';

/** Texts of what a check says of itself, one function per outcome. */

const shapeText = (shape: readonly number[]): string => `[${shape.join(', ')}]`;
const short = (value: number): string => (value === 0 ? '0' : value.toPrecision(3).replace(/\.?0+(?=e|$)/, ''));

export const PASSED: Localized = { en: 'As expected.', ko: '기대한 결과와 일치합니다.' };

export function shapeDiffers(label: string, actual: readonly number[], expected: readonly number[]): Localized {
  return {
    en: `\`${label}\` should have shape ${shapeText(expected)}, but it has ${shapeText(actual)}.`,
    ko: `\`${label}\`의 형태는 ${shapeText(expected)}이어야 하는데 ${shapeText(actual)}입니다.`,
  };
}

/** Plain numbers are compared as float64; a reader knows them by JavaScript's name. */
const dtypeText = (dtype: string): string => (dtype === 'float64' ? 'number' : dtype);

export function dtypeDiffers(label: string, actual: string, expected: string): Localized {
  return {
    en: `\`${label}\` should be ${dtypeText(expected)}, but it is ${dtypeText(actual)}.`,
    ko: `\`${label}\`의 자료형은 ${dtypeText(expected)}이어야 하는데 ${dtypeText(actual)}입니다.`,
  };
}

export function valuesDiffer({ label, failing, total, maxError, atol, rtol }: TensorComparison): Localized {
  // Errors are of finite pairs only: where none is outside, NaN or Infinity is what fails.
  if (maxError !== null && maxError <= atol) {
    return {
      en: `\`${label}\`: ${failing} of ${total} elements differ, by NaN or Infinity.`,
      ko: `\`${label}\`: 원소 ${total}개 중 ${failing}개가 NaN이나 Infinity 때문에 다릅니다.`,
    };
  }
  const error = short(maxError ?? 0);
  const bound = `${short(atol)} + ${short(rtol)}·|e|`;
  return {
    en: `\`${label}\`: ${failing} of ${total} elements differ; largest error ${error}, tolerance ${bound}.`,
    ko: `\`${label}\`: 원소 ${total}개 중 ${failing}개가 다릅니다. 최대 오차는 ${error}, 허용 오차는 ${bound}입니다.`,
  };
}

export function notFinite(label: string, count: number): Localized {
  return {
    en: `\`${label}\` contains NaN or Infinity in ${count} element${count === 1 ? '' : 's'}.`,
    ko: `\`${label}\`의 원소 ${count}개가 NaN 또는 Infinity입니다.`,
  };
}

/** `value` is the first element outside of [low, high]. */
export function outOfBounds(
  { label, failing, total }: TensorComparison,
  value: number,
  low: number,
  high: number,
): Localized {
  const within = `[${Number.isFinite(low) ? low : '−∞'}, ${Number.isFinite(high) ? high : '∞'}]`;
  return {
    en: `\`${label}\`: ${failing} of ${total} elements are out of bounds; ${value} is not within ${within}.`,
    ko: `\`${label}\`: 원소 ${total}개 중 ${failing}개가 범위를 벗어납니다. ${value}은(는) ${within} 밖의 값입니다.`,
  };
}

const KINDS: Record<string, Localized> = {
  promise: { en: 'a Promise (remove async)', ko: 'Promise (async를 빼야 합니다)' },
  'disposed-tensor': { en: 'a tensor that is already disposed', ko: '이미 해제(dispose)된 텐서' },
  'negative-extent': {
    en: 'a tensor with a negative extent (a slice past the end?)',
    ko: '크기가 음수인 텐서 (끝을 지나서 slice했는지 확인하십시오)',
  },
  undefined: { en: 'nothing (is a `return` missing?)', ko: '아무것도 아닌 값(return이 빠졌는지 확인하십시오)' },
  missing: { en: 'nothing there', ko: '빈 값' },
  array: { en: 'a plain array', ko: '일반 배열' },
  'typed-array': { en: 'a typed array', ko: '형식화 배열(TypedArray)' },
  number: { en: 'a plain number', ko: '일반 숫자' },
  string: { en: 'a string', ko: '문자열' },
  boolean: { en: 'a boolean', ko: '불리언' },
  null: { en: 'null', ko: 'null' },
  object: { en: 'an object', ko: '객체' },
  tensor: { en: 'a tensor', ko: '텐서' },
  ragged: { en: 'an array whose parts differ in length', ko: '길이가 서로 다른 배열의 배열' },
  function: { en: 'a function', ko: '함수' },
};

/** `what` as observations name it; unknown names are shown as they are. */
export function notATensor(what: string, path: string): Localized {
  const kind = KINDS[what] ?? { en: what, ko: what };
  const where =
    path === '' ? { en: 'The result', ko: '반환값' } : { en: `\`${path}\` of the result`, ko: `반환값의 \`${path}\`` };
  return {
    en: `${where.en} should be a tensor, but it is ${kind.en}.`,
    ko: `${where.ko} 자리에는 텐서가 있어야 하는데 ${kind.ko}입니다.`,
  };
}

/** Like {@link notATensor}, where plain numbers or booleans are due. */
export function notNumbers(what: string, path: string): Localized {
  const kind = KINDS[what] ?? { en: what, ko: what };
  const where =
    path === '' ? { en: 'The result', ko: '반환값' } : { en: `\`${path}\` of the result`, ko: `반환값의 \`${path}\`` };
  return {
    en: `${where.en} should be plain numbers, but it is ${kind.en}.`,
    ko: `${where.ko} 자리에는 일반 숫자가 있어야 하는데 ${kind.ko}입니다.`,
  };
}

export function disconnected(label: string): Localized {
  return {
    en: `\`${label}\` does not exist: the output does not depend on this input.`,
    ko: `\`${label}\`이(가) 없습니다. 출력이 이 입력에 의존하지 않습니다.`,
  };
}

export function shapesDoNotMatch(label: string, shapes: readonly (readonly number[])[]): Localized {
  const list = shapes.map(shapeText).join(', ');
  return {
    en: `\`${label}\`: the results have shapes ${list} and cannot be compared.`,
    ko: `\`${label}\`: 결과의 형태가 ${list}이어서 비교할 수 없습니다.`,
  };
}

export function threw({ name, message, location }: Thrown): Localized {
  // `describeThrown` gives this name to what is no Error.
  if (name === 'NonError') {
    return {
      en: `Your code threw ${message}, which is not an Error. Write \`throw new Error(…)\`.`,
      ko: `코드가 Error가 아닌 값을 던졌습니다: ${message}. \`throw new Error(…)\` 형태로 작성하십시오.`,
    };
  }
  const text = message ? `${name}: ${message}` : name;
  return location
    ? {
        en: `Your code threw at line ${location.line}: ${text}`,
        ko: `코드 ${location.line}행에서 오류가 발생했습니다: ${text}`,
      }
    : { en: `Your code threw: ${text}`, ko: `코드에서 오류가 발생했습니다: ${text}` };
}

export function timedOut(seconds: number): Localized {
  return {
    en: `Stopped: no result within ${short(seconds)} s. Is there an endless loop?`,
    ko: `${short(seconds)}초 안에 결과가 나오지 않아 중단했습니다. 끝나지 않는 반복문이 있는지 확인하십시오.`,
  };
}

export const NOT_RUN: Localized = {
  en: 'Not run: several checks before it had to be stopped.',
  ko: '앞선 검사가 여러 번 중단되어 실행하지 않았습니다.',
};

export const NOT_LOADED: Localized = {
  en: 'Not run: the code could not be loaded.',
  ko: '코드를 불러오지 못해 실행하지 않았습니다.',
};

export function skipped(titles: readonly Localized[]): Localized {
  const list = (locale: 'en' | 'ko') => titles.map((title) => `“${title[locale]}”`).join(', ');
  return {
    en: `Skipped: ${list('en')} must pass first.`,
    ko: `건너뛰었습니다. 먼저 ${list('ko')} 검사를 통과해야 합니다.`,
  };
}

export function leaked(count: number): Localized {
  return {
    en: `Each call leaves ${count} tensor${count === 1 ? '' : 's'} in memory besides the result.`,
    ko: `호출할 때마다 반환값 말고도 텐서 ${count}개가 메모리에 남습니다.`,
  };
}

export const INPUTS_CHANGED: Localized = {
  en: 'The tensors passed in were changed; inputs must stay as they are.',
  ko: '입력 텐서의 값이 바뀌었습니다. 입력은 그대로 두어야 합니다.',
};

export const INPUTS_DISPOSED: Localized = {
  en: 'A tensor passed in was disposed; it belongs to the caller.',
  ko: '입력 텐서가 해제(dispose)되었습니다. 입력은 호출한 쪽의 것입니다.',
};

export function tooManyKernels(count: number, limit: number): Localized {
  return {
    en: `The call launched ${count} kernels; at most ${limit} are allowed. Is a loop doing what one operation can?`,
    ko: `커널을 ${count}번 실행했습니다. ${limit}번까지 허용합니다. 연산 하나로 할 일을 반복문으로 하고 있는지 확인하십시오.`,
  };
}

export function tooManyBytes(bytes: number, limit: number): Localized {
  return {
    en: `The call holds ${bytes} bytes of tensors at once; at most ${limit} are allowed. Is something repeated that broadcasting would do?`,
    ko: `텐서가 한꺼번에 ${bytes}바이트를 차지합니다. ${limit}바이트까지 허용합니다. 브로드캐스팅으로 될 일을 복제하고 있는지 확인하십시오.`,
  };
}

export function launchesRefused(kernel: string): Localized {
  return {
    en: `The call uses the operation \`${kernel}\`, which is not to be used here.`,
    ko: `여기서 쓰지 않아야 할 \`${kernel}\` 연산을 사용했습니다.`,
  };
}

export function launchesNone(kernels: readonly string[]): Localized {
  const list = kernels.map((kernel) => `\`${kernel}\``).join(', ');
  return {
    en: `The call should use one of these operations, and uses none: ${list}.`,
    ko: `다음 연산 중 하나를 사용해야 하는데 하나도 사용하지 않았습니다: ${list}.`,
  };
}

/** `accepted`: `RangeError naming b`. */
export function shouldThrow(
  label: Localized,
  accepted: readonly { name: string; param: string }[],
  got: Localized,
): Localized {
  const list = (join: string, one: (name: string, param: string) => string) =>
    accepted.map(({ name, param }) => one(name, param)).join(join);
  return {
    en: `For ${label.en}: expected ${list(' or ', (name, param) => `${name} naming \`${param}\``)}, but ${got.en}.`,
    ko: `${label.ko}: ${list(' 또는 ', (name, param) => `\`${param}\`을(를) 언급하는 ${name}`)}이(가) 필요한데 ${got.ko}.`,
  };
}

export const RETURNED_NORMALLY: Localized = { en: 'nothing was thrown', ko: '오류가 발생하지 않았습니다' };

export function threwInstead({ name, message }: Thrown): Localized {
  const text = `${name}: ${message.replace(/\.$/, '')}`;
  return { en: `got ${text}`, ko: `“${text}” 오류가 발생했습니다` };
}

export function messageMustStartWith(fn: string, { message }: Thrown): Localized {
  return {
    en: `its message should start with \`${fn}:\`, got “${message}”`,
    ko: `오류 메시지가 \`${fn}:\`으로 시작하지 않고 “${message}”입니다`,
  };
}
