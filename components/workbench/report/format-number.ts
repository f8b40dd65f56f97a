/** A tensor's value for people: six significant digits, a real minus sign, `NaN` and `∞` by name. */
export function formatNumber(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  if (Object.is(value, -0)) return '−0';
  return shorten(value, 6).replace('-', '−').replace('e−', 'e-').replace('e+', 'e');
}

/** The same for a narrow cell: three significant digits. */
export function formatCell(value: number): string {
  return Number.isFinite(value)
    ? shorten(value, 3).replace('-', '−').replace('e−', 'e-').replace('e+', 'e')
    : formatNumber(value);
}

/** `[2, 3]`; a scalar is `[]`. */
export function formatShape(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`;
}

/** Milliseconds with the precision that matters: `0.4 ms`, `38 ms`, `1.24 s`. */
export function formatTime(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(2)} s`;
  return ms < 10 ? `${ms.toFixed(1)} ms` : `${Math.round(ms)} ms`;
}

function shorten(value: number, digits: number): string {
  const magnitude = Math.abs(value);
  if (magnitude !== 0 && (magnitude < 1e-4 || magnitude >= 10 ** digits)) {
    return value.toExponential(digits - 1).replace(/\.?0+e/, 'e');
  }
  return String(Number(value.toPrecision(digits)));
}
