/** A number in at most `places` decimals, with a true minus sign. */
export function shown(value: number, places = 3): string {
  const text = String(+value.toFixed(places));
  return text === '-0' ? '0' : text.replace('-', '−');
}

/** The same inside a product or a sum: negatives in parentheses. */
export const inside = (value: number, places = 4) => (value < 0 ? `(${shown(value, places)})` : shown(value, places));

/** A number short enough for a cell: two decimals, one from 10 on. */
export const inCell = (value: number) => shown(value, Math.abs(value) < 9.995 ? 2 : 1);

/** A count with commas between the thousands, as both languages write it. */
export const counted = (value: number) => value.toLocaleString('en-US');

export const shapeText = (shape: readonly number[]) => `[${shape.join(', ')}]`;

/** A matrix of at most `most` columns in words, rows apart by semicolons; a larger one is not read out. */
export const rowsText = (values: readonly number[], cols: number, most: number) =>
  cols > most
    ? ''
    : Array.from({ length: values.length / cols }, (_, row) =>
        values
          .slice(row * cols, (row + 1) * cols)
          .map(inCell)
          .join(', '),
      ).join('; ');
