const UNITS = ['', ' k', ' M', ' G', ' T'];

/** A count in three digits with its decimal unit: 102764544 is `103 M`, 4089184256 is `4.09 G`. Below a thousand it is whole. */
export function compact(value: number): string {
  if (value < 1000) return String(value);
  // What rounds to a thousand belongs to the next unit.
  const power = Math.floor(Math.log10(Number(value.toPrecision(3))) / 3);
  return `${Number((value / 1000 ** power).toPrecision(3)).toPrecision(3)}${UNITS[power]}`;
}

/** Bytes in three digits: `60.3 MB`. */
export const memory = (bytes: number) => (bytes < 1000 ? `${bytes} B` : `${compact(bytes)}B`);

/** A share in percent, one decimal; 0 of 0 is 0. */
export const percent = (part: number, whole: number) => (whole === 0 ? 0 : (100 * part) / whole).toFixed(1);

/** How many times `other` a number is, in three digits; a dash where there is no telling. */
export const timesAs = (value: number, other: number) =>
  other === 0 ? '–' : String(Number((value / other).toPrecision(3)));

/** `112×112×64`. */
export const mapText = ({ side, channels }: { side: number; channels: number }) => `${side}×${side}×${channels}`;
