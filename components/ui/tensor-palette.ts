import { shareOf } from './tensor-scale';

type Rgb = readonly [number, number, number];

/**
 * The scale of {@link tensorColor} as numbers, for canvases: reads the theme's colours from `element` once. Make a new
 * one when the theme changes.
 *
 * @example const color = tensorPalette(canvas); const [r, g, b] = color(0.3, 1); // 0 to 255
 */
export function tensorPalette(element: Element): (value: number, max: number) => Rgb {
  const style = getComputedStyle(element);
  const read = (name: string) => parseRgb(style.getPropertyValue(name));
  const [negative, zero, positive, nan] = ['--tensor-neg', '--tensor-zero', '--tensor-pos', '--tensor-nan'].map(read);
  return (value, max) => {
    if (Number.isNaN(value)) return nan as Rgb;
    const share = shareOf(value, max);
    return blend(zero as Rgb, (share > 0 ? positive : negative) as Rgb, Math.abs(share));
  };
}

/** `rgb(31, 95, 168)`, `rgb(31 95 168)` or `#1f5fa8` as three bytes. */
export function parseRgb(css: string): Rgb {
  const hex = /^#([0-9a-f]{6})$/i.exec(css.trim())?.[1];
  const parts = hex ? hex.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) : css.match(/[\d.]+/g)?.map(Number);
  const [r = 0, g = 0, b = 0] = parts ?? [];
  return [r, g, b];
}

function blend(from: Rgb, to: Rgb, share: number): Rgb {
  const mix = (index: 0 | 1 | 2) => Math.round(from[index] + (to[index] - from[index]) * share);
  return [mix(0), mix(1), mix(2)];
}
