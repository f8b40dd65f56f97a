const ranges = {
  latin: 'U+20-7E,U+A0-24F,U+2010-2BFF',
  hangul: 'U+1100-11FF,U+3131-318E,U+AC00-D7A3',
};

/** The `@font-face` rule of one file. A glyph that its subset lacks is taken from the next family, one by one. */
export function faceCss(url: string, script: 'latin' | 'hangul' | '', weights: { min: number; max: number }): string {
  const range = script === '' ? '' : ranges[script];
  return `@font-face{font-family:"PeerGrad Sans";src:url(${url}) format("woff2");font-weight:${weights.min} ${weights.max};font-display:swap;unicode-range:${range}}`;
}

/**
 * What stands there until the font has come: system fonts scaled to Pretendard's widths and set on its line box
 * (ascent 0.952, descent 0.241 of the em), so that its arrival moves no line. The widths of Hangul are 0.868 em in
 * Pretendard, 0.92 in Noto Sans CJK.
 */
export const fallbackCss = [
  '@font-face{font-family:"PeerGrad Fallback";src:local("Arial"),local("Liberation Sans"),local("Roboto"),local("Helvetica");unicode-range:U+0-24F,U+2000-2BFF;size-adjust:104%;ascent-override:91.5%;descent-override:23.2%;line-gap-override:0%}',
  '@font-face{font-family:"PeerGrad Fallback";src:local("Noto Sans CJK KR"),local("Noto Sans KR");unicode-range:U+1100-11FF,U+3131-318E,U+AC00-D7A3;size-adjust:94.3%;ascent-override:101%;descent-override:25.6%;line-gap-override:0%}',
].join('');
