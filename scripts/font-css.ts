/** Characters of the site's Hangul file; what a page lacks there is taken from the reader's system. */
export const hangulRange = 'U+1100-11FF,U+3131-318E,U+AC00-D7A3';

interface Face {
  family: string;
  url: string;
  weight: string | number;
  style?: string;
  range: string;
  display: 'swap' | 'block';
}

/** A `@font-face` rule. */
export function faceCss({ family, url, weight, style = 'normal', range, display }: Face): string {
  return `@font-face{font-family:"${family}";src:url(${url}) format("woff2");font-weight:${weight};font-style:${style};font-display:${display};unicode-range:${range}}`;
}

/** The characters as a value of `unicode-range`: `U+61-63,U+2211`. */
export function unicodeRange(glyphs: string): string {
  const codes = [...new Set(glyphs)].map((glyph) => glyph.codePointAt(0) ?? 0).sort((a, b) => a - b);
  const spans: { from: number; to: number }[] = [];
  for (const code of codes) {
    const last = spans.at(-1);
    if (last && last.to === code - 1) last.to = code;
    else spans.push({ from: code, to: code });
  }
  const hex = (code: number) => code.toString(16).toUpperCase();
  return spans.map(({ from, to }) => `U+${hex(from)}${from === to ? '' : `-${hex(to)}`}`).join(',');
}

/**
 * What stands there until the font has come: system fonts scaled to Pretendard's widths and set on its line box, so that
 * its arrival moves no line. Measured in Chromium: Hangul is 0.864 em wide in Pretendard and 0.92 in Noto Sans CJK,
 * Latin text 1.04 times as wide as in Arial; ascent 0.952, descent 0.241.
 */
export const fallbackCss = [
  `@font-face{font-family:"PeerGrad Fallback";src:local("Arial"),local("Liberation Sans"),local("Roboto"),local("Helvetica");unicode-range:U+0-24F,U+2000-2BFF;size-adjust:104%;ascent-override:91.5%;descent-override:23.2%;line-gap-override:0%}`,
  `@font-face{font-family:"PeerGrad Fallback";src:local("Noto Sans CJK KR"),local("Noto Sans KR");unicode-range:${hangulRange};size-adjust:94%;ascent-override:101.3%;descent-override:25.6%;line-gap-override:0%}`,
].join('');
