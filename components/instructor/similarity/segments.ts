import { highlightLines, type TokenKind } from '@/components/workbench/highlight';

/** A piece of a line: of one colour, in one match or in none. */
export interface Segment {
  kind: TokenKind;
  text: string;
  /** Index of the match that it lies in. */
  match: number | null;
  /** The match begins here. */
  begins: boolean;
}

/**
 * The lines of a source, cut where colours and matches change.
 * @param regions of the matches by their index, as offsets into `source`; none lies in another
 */
export function segmentLines(source: string, regions: readonly { from: number; to: number }[]): Segment[][] {
  const ordered = regions.map((region, match) => ({ ...region, match })).toSorted((a, b) => a.from - b.from);
  let next = 0;
  let at = 0;
  return highlightLines(source).map((tokens, line) => {
    if (line > 0) at += 1;
    const segments: Segment[] = [];
    for (const { kind, text } of tokens) {
      for (let done = 0; done < text.length; ) {
        while ((ordered[next]?.to ?? Infinity) <= at) next += 1;
        const region = ordered[next];
        const isInside = region !== undefined && region.from <= at;
        const end = Math.min(text.length, done + ((isInside ? region.to : (region?.from ?? Infinity)) - at));
        segments.push({
          kind,
          text: text.slice(done, end),
          match: isInside ? region.match : null,
          begins: isInside && region.from === at,
        });
        at += end - done;
        done = end;
      }
    }
    return segments;
  });
}
