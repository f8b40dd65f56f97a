export interface DiffLine {
  kind: 'same' | 'removed' | 'added';
  text: string;
  /** 1-based line numbers in the text before and after; null where the line is not in it. */
  before: number | null;
  after: number | null;
}

/** Largest table of lines by lines: some MB. What lies between the first and last change of longer texts is replaced whole. */
const MAX_TABLE = 4_000_000;

/** Line by line difference with the fewest changed lines, by the longest common subsequence. */
export function diffLines(before: string, after: string): DiffLine[] {
  const a = before.split('\n');
  const b = after.split('\n');
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let tail = 0;
  while (tail < a.length - start && tail < b.length - start && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;

  const lines: DiffLine[] = [];
  const same = (i: number, j: number) => lines.push({ kind: 'same', text: a[i] ?? '', before: i + 1, after: j + 1 });
  for (let at = 0; at < start; at += 1) same(at, at);
  const endA = a.length - tail;
  const endB = b.length - tail;
  const isSmall = (endA - start) * (endB - start) <= MAX_TABLE;
  const lengths = isSmall ? commonLengths(a.slice(start, endA), b.slice(start, endB)) : [];
  let i = start;
  let j = start;
  while (i < endA || j < endB) {
    const down = lengths[i + 1 - start]?.[j - start] ?? -1;
    const right = lengths[i - start]?.[j + 1 - start] ?? -1;
    if (isSmall && i < endA && j < endB && a[i] === b[j]) {
      same(i, j);
      i += 1;
      j += 1;
    } else if (i < endA && (j >= endB || down >= right)) {
      lines.push({ kind: 'removed', text: a[i] ?? '', before: i + 1, after: null });
      i += 1;
    } else {
      lines.push({ kind: 'added', text: b[j] ?? '', before: null, after: j + 1 });
      j += 1;
    }
  }
  for (let at = 0; at < tail; at += 1) same(endA + at, endB + at);
  return lines;
}

/** `lengths[i][j]`: longest common subsequence of what follows line i of one and line j of the other. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = lengths[i] as Uint16Array;
      const below = lengths[i + 1] as Uint16Array;
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}
