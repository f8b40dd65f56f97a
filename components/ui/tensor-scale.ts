/**
 * Colour of one tensor value on the site's diverging scale, as CSS: blue below zero, the page's own tone at zero, orange
 * above, magenta for NaN. Clamps at ±`max`. The two ends are the same distance from the page, so that equal magnitudes
 * weigh equally, and follow the theme without a re-render.
 *
 * @param max the magnitude that gets full colour; 0 makes every finite value neutral
 * @example <td style={{ background: tensorColor(x, maxAbs) }} />
 */
export function tensorColor(value: number, max: number): string {
  if (Number.isNaN(value)) return 'var(--tensor-nan)';
  const share = shareOf(value, max);
  if (share === 0) return 'var(--tensor-zero)';
  const end = share > 0 ? 'var(--tensor-pos)' : 'var(--tensor-neg)';
  return `color-mix(in oklab, ${end} ${Math.round(Math.abs(share) * 100)}%, var(--tensor-zero))`;
}

/** Shares from which a cell has left its theme's paper so far that text on it is read better in the paper's tone. */
const STRONG_FROM = {
  light: { negative: 0.83, positive: 0.97 },
  dark: { negative: 0.63, positive: 0.6 },
};

/** Colour of text that is set on {@link tensorColor} of the same value: at least 4.5:1 in both themes. */
export function tensorTextColor(value: number, max: number): string {
  if (Number.isNaN(value)) return 'var(--paper)';
  const share = shareOf(value, max);
  const sign = share < 0 ? 'negative' : 'positive';
  const strong = (theme: 'light' | 'dark') => Math.abs(share) >= STRONG_FROM[theme][sign];
  return `light-dark(${strong('light') ? 'white' : 'black'}, ${strong('dark') ? 'black' : 'white'})`;
}

/** −1 to 1: where `value` lies between −`max` and `max`, in hundredths. Infinities are at the ends. */
export function shareOf(value: number, max: number): number {
  if (value === 0 || !(max > 0)) return 0;
  return Math.round(Math.max(-1, Math.min(1, value / max)) * 100) / 100;
}
