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

/** Colour of text that is set on {@link tensorColor} of the same value: at least 4.5:1 in both themes. */
export function tensorTextColor(value: number, max: number): string {
  return Number.isNaN(value) || Math.abs(shareOf(value, max)) > 0.55 ? 'var(--paper)' : 'var(--ink)';
}

/** −1 to 1: where `value` lies between −`max` and `max`, in hundredths. Infinities are at the ends. */
export function shareOf(value: number, max: number): number {
  if (value === 0 || !(max > 0)) return 0;
  return Math.round(Math.max(-1, Math.min(1, value / max)) * 100) / 100;
}
