import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseRgb } from './tensor-palette';
import { tensorColor, tensorTextColor } from './tensor-scale';

test('zero has the neutral colour', () => {
  expect(tensorColor(0, 3)).toBe('var(--tensor-zero)');
});

test('equal magnitudes get equal shares of the two ends', () => {
  expect(tensorColor(1, 4)).toBe('color-mix(in oklab, var(--tensor-pos) 25%, var(--tensor-zero))');
  expect(tensorColor(-1, 4)).toBe('color-mix(in oklab, var(--tensor-neg) 25%, var(--tensor-zero))');
});

test.each([
  [7, 2, '--tensor-pos'],
  [Number.POSITIVE_INFINITY, 2, '--tensor-pos'],
  [Number.NEGATIVE_INFINITY, 2, '--tensor-neg'],
])('%d beyond a maximum of %d is clamped to full colour', (value, max, end) => {
  expect(tensorColor(value, max)).toBe(`color-mix(in oklab, var(${end}) 100%, var(--tensor-zero))`);
});

test('NaN has a colour that no number has', () => {
  expect(tensorColor(Number.NaN, 1)).toBe('var(--tensor-nan)');
});

test('an all-zero tensor is neutral instead of dividing by zero', () => {
  expect(tensorColor(0, 0)).toBe('var(--tensor-zero)');
  expect(tensorColor(1e-9, 0)).toBe('var(--tensor-zero)');
});

const themed = (css: string) => /light-dark\((.+?), (.+?)\)/.exec(css)?.slice(1) as [string, string];
const TOKENS = readFileSync('styles/tokens.css', 'utf8');
const token = (name: string) => themed(new RegExp(`--tensor-${name}: .*`).exec(TOKENS)?.[0] ?? '');

type Triple = [number, number, number];

const toLinear = (byte: number) => (byte <= 10.31 ? byte / 3294.6 : ((byte / 255 + 0.055) / 1.055) ** 2.4);

/** Björn Ottosson's Oklab from linear light, and its inverse. */
function toOklab([r, g, b]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromOklab([L, a, b]: Triple): Triple {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

const luminance = ([r, g, b]: Triple) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

test.each([
  ['light', 0],
  ['dark', 1],
] as const)('text on any value has 4.5:1 in the %s theme', (_theme, index) => {
  const lab = (name: string) => toOklab(parseRgb(token(name)[index]).map(toLinear) as Triple);
  const zero = lab('zero');
  for (let share = -100; share <= 100; share++) {
    const end = lab(share < 0 ? 'neg' : 'pos');
    const mixed = zero.map((value, axis) => value + ((end[axis] ?? 0) - value) * (Math.abs(share) / 100));
    const cell = fromOklab(mixed as Triple);
    const text = themed(tensorTextColor(share, 100))[index] === 'white' ? 1 : 0;
    const [darker = 0, lighter = 0] = [luminance(cell), text].toSorted((a, b) => a - b);
    expect((lighter + 0.05) / (darker + 0.05), `share ${share}`).toBeGreaterThanOrEqual(4.5);
  }
});

test.each(['#1f5fa8', 'rgb(31, 95, 168)', 'rgb(31 95 168)'])('%s is read as three bytes', (css) => {
  expect(parseRgb(css)).toEqual([31, 95, 168]);
});
