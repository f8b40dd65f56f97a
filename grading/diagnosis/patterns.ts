import { allClose, isClose, sameShape } from '../compare';
import type { Pair } from '../judge-expectation';
import type { Localized } from '../localized';
import type { Diagnosis } from '../report';
import type { TensorData } from '../tensor-data';
import type { Tolerance } from '../tolerance';
import { reversed, summed, transposed } from './arrangements';
import { SYMPTOMS } from './symptoms';

/** What a pattern says of all wrong pairs of one label together; undefined when it does not fit every one of them. */
type Pattern = (pairs: readonly Pair[]) => Diagnosis | undefined;

const found = (name: string, confidence: number, text: Localized): Diagnosis => ({
  id: `pattern:${name}`,
  text,
  confidence,
});

/** Elements that are out of tolerance; all of them where the shapes differ. What agrees anyway is evidence of nothing. */
const wrongElements = (pairs: readonly Pair[]): number =>
  pairs.reduce((sum, { actual, expected, tolerance }) => {
    if (!sameShape(actual.shape, expected.shape)) return sum + actual.values.length;
    const values = Array.from(actual.values);
    return sum + values.filter((value, i) => !isClose(value, expected.values[i] as number, tolerance)).length;
  }, 0);
const largest = ({ values }: TensorData): number =>
  Array.from(values).reduce((max, value) => Math.max(max, Math.abs(value)), 0);
const wide = ({ atol, rtol }: Tolerance): Tolerance => ({ atol: 3 * atol, rtol: 3 * rtol });

/** Fewer wrong elements than this fit by chance too often to be called a pattern. */
const ENOUGH = 4;

const biasNotReduced: Pattern = (pairs) =>
  pairs.every(
    ({ actual, expected, tolerance }) =>
      actual.shape.length === expected.shape.length + 1 && allClose(summed(actual, 0), expected, wide(tolerance)),
  )
    ? found('not-reduced', 0.95, {
        en: 'Summed over the batch axis it would be right: a parameter that was broadcast gets the sum of its gradients.',
        ko: '배치 축으로 합하면 맞습니다. 브로드캐스팅된 매개변수의 기울기는 배치 전체에 대한 합입니다.',
      })
    : undefined;

const extraAxis: Pattern = (pairs) =>
  pairs.every(
    ({ actual, expected, tolerance }) =>
      actual.shape.length > expected.shape.length &&
      allClose({ ...actual, shape: expected.shape }, expected, tolerance) &&
      sameShape(
        actual.shape.filter((extent) => extent !== 1),
        expected.shape.filter((extent) => extent !== 1),
      ),
  )
    ? found('extra-axis', 0.9, {
        en: 'The values are right, but an axis of extent 1 is left over (keepDims, expandDims?).',
        ko: '값은 맞지만 크기가 1인 축이 남아 있습니다(keepDims나 expandDims를 확인하십시오).',
      })
    : undefined;

const isTransposed: Pattern = (pairs) =>
  wrongElements(pairs) >= ENOUGH &&
  pairs.every(({ actual, expected, tolerance }) => {
    const turned = transposed(actual);
    return turned !== undefined && allClose(turned, expected, wide(tolerance));
  })
    ? found('transposed', 0.95, {
        en: 'This is the transpose of the expected matrix.',
        ko: '기대한 행렬의 전치(transpose)입니다.',
      })
    : undefined;

const isReversed: Pattern = (pairs) => {
  const axes = [0, 1, 2, 3].filter((axis) =>
    pairs.every(({ actual, expected, tolerance }) => {
      const turned = reversed(axis)(actual);
      return turned !== undefined && allClose(turned, expected, wide(tolerance));
    }),
  );
  const [axis] = axes;
  if (axis === undefined || wrongElements(pairs) < ENOUGH) return undefined;
  return found('reversed', 0.9, {
    en: `The elements are in reverse order along axis ${axis}.`,
    ko: `${axis}번 축의 원소 순서가 뒤집혀 있습니다.`,
  });
};

const overflow: Pattern = (pairs) =>
  pairs.some(({ actual }) => actual.values.some((value) => !Number.isFinite(value))) &&
  pairs.every(({ expected }) => expected.values.every(Number.isFinite))
    ? SYMPTOMS['not-finite']
    : undefined;

/** Whole numbers that must be equal, such as counts and indices: 0 is one of them, and so is every multiple. */
const areCounts = (pairs: readonly Pair[]): boolean =>
  pairs.every(({ expected, tolerance }) => tolerance.atol === 0 && expected.values.every(Number.isInteger));

const allZero: Pattern = (pairs) =>
  wrongElements(pairs) >= ENOUGH &&
  !areCounts(pairs) &&
  pairs.every(({ actual, expected }) => actual.values.every((value) => value === 0) && largest(expected) > 0)
    ? found('all-zero', 0.9, {
        en: 'Every element is 0: the result does not depend on the inputs.',
        ko: '모든 원소가 0입니다. 결과가 입력에 의존하지 않습니다.',
      })
    : undefined;

/** Least-squares k of actual = k · expected; undefined where that is no fit. */
function factorOf({ actual, expected, tolerance }: Pair): number | undefined {
  if (!sameShape(actual.shape, expected.shape)) return undefined;
  const dot = (a: TensorData, b: TensorData) =>
    Array.from(a.values).reduce((sum, value, i) => sum + value * (b.values[i] as number), 0);
  const factor = dot(actual, expected) / dot(expected, expected);
  if (!Number.isFinite(factor) || Math.abs(factor) < 1e-6) return undefined;
  // Compared at the larger of the two sizes: next to a tolerance, small numbers are all alike.
  const scaled = (tensor: TensorData, by: number) => ({
    ...{ dtype: expected.dtype, shape: expected.shape },
    values: tensor.values.map((value) => value * by),
  });
  const [mine, due] = Math.abs(factor) > 1 ? [1, factor] : [1 / factor, 1];
  return allClose(scaled(actual, mine), scaled(expected, due), wide(tolerance)) ? factor : undefined;
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 2e-3 * Math.abs(b);
const shown = (factor: number): string => String(Number(factor.toPrecision(4)));

const constantFactor: Pattern = (pairs) => {
  const factors = pairs.map(factorOf);
  const [first] = factors;
  if (first === undefined || wrongElements(pairs) < ENOUGH || areCounts(pairs) || factors.includes(undefined))
    return undefined;
  if (factors.every((factor) => near(factor as number, -1))) {
    return found('sign', 0.95, { en: 'The sign is the opposite of what it should be.', ko: '부호가 반대입니다.' });
  }
  if (!factors.every((factor) => near(factor as number, first))) {
    // One number is a multiple of any other.
    if (pairs.some((pair) => wrongElements([pair]) < ENOUGH)) return undefined;
    const list = factors.map((factor) => shown(factor as number)).join(', ');
    return found('factor-by-size', 0.8, {
      en: `Each result is a multiple of the expected one, but the factor changes with the input (${list}): is there a division by a size (N?) too many or too few?`,
      ko: `기대한 값의 상수 배이지만 배율이 입력마다 다릅니다(${list}). 크기(N 등)로 나누는 곳이 빠졌거나 더 있는지 확인하십시오.`,
    });
  }
  return found('factor', 0.9, {
    en: `Every element is ${shown(first)} × the expected one: look for a constant factor that is missing or too many.`,
    ko: `모든 원소가 기대한 값의 ${shown(first)}배입니다. 빠졌거나 더해진 상수 배율이 있는지 확인하십시오.`,
  });
};

/** actual − expected is one row, the same in every row of every rank-2 pair. */
const sameRowOff: Pattern = (pairs) =>
  wrongElements(pairs) >= ENOUGH &&
  pairs.every(({ actual, expected, tolerance }) => {
    const [rows = 0, columns = 0] = expected.shape;
    if (expected.shape.length !== 2 || rows < 2 || !sameShape(actual.shape, expected.shape)) return false;
    const difference = actual.values.map((value, i) => value - (expected.values[i] as number));
    const bound = 3 * (tolerance.atol + tolerance.rtol * largest(expected));
    return (
      // A bias is a vector: the same number everywhere is something else.
      difference.some((value) => Math.abs(value - (difference[0] as number)) > 3 * bound) &&
      difference.every((value, i) => Math.abs(value - (difference[i % columns] as number)) <= bound)
    );
  })
    ? found('row-offset', 0.8, {
        en: 'Every row is off by the same vector: is the bias added, and once only?',
        ko: '모든 행이 같은 벡터만큼 다릅니다. 편향을 정확히 한 번 더했는지 확인하십시오.',
      })
    : undefined;

const PATTERNS: readonly Pattern[] = [
  biasNotReduced,
  extraAxis,
  overflow,
  allZero,
  constantFactor,
  isTransposed,
  isReversed,
  sameRowOff,
];

/**
 * Why a result is probably wrong, from actual and expected alone. Undefined rather than a guess.
 *
 * @param pairs the wrong pairs of one label within one check.
 */
export function findPattern(pairs: readonly Pair[]): Diagnosis | undefined {
  if (pairs.length === 0) return undefined;
  for (const pattern of PATTERNS) {
    const diagnosis = pattern(pairs);
    if (diagnosis) return diagnosis;
  }
  return undefined;
}
