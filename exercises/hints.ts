/** Hints of one `hints.LOCALE.mdx`: a `##` heading each, from nudge to near-solution. Headings in code fences do not count. */
export function countHints(mdx: string): number {
  const prose = mdx.replace(/^(```|~~~)[\s\S]*?^\1/gm, '');
  return prose.match(/^## /gm)?.length ?? 0;
}
