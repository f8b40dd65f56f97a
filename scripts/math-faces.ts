/** How KaTeX sets a character: which of its families, upright or not, bold or not. */
export interface MathStyle {
  family: string;
  weight: 400 | 700;
  style: 'normal' | 'italic';
}

/** A font file of KaTeX, and the style that katex.css takes it for. `first`: formulas hardly ever do without it. */
export interface MathFace extends MathStyle {
  file: string;
  first: boolean;
}

const NAMES = [
  ...['AMS-Regular', 'Caligraphic-Bold', 'Caligraphic-Regular', 'Fraktur-Bold', 'Fraktur-Regular'],
  ...['Main-Bold', 'Main-BoldItalic', 'Main-Italic', 'Main-Regular', 'Math-BoldItalic', 'Math-Italic'],
  ...['SansSerif-Bold', 'SansSerif-Italic', 'SansSerif-Regular', 'Script-Regular', 'Typewriter-Regular'],
  ...['Size1-Regular', 'Size2-Regular', 'Size3-Regular', 'Size4-Regular'],
];

export const mathFaces: readonly MathFace[] = NAMES.map((name) => {
  const [family = '', variant = ''] = name.split('-');
  return {
    file: `KaTeX_${name}`,
    family: `KaTeX_${family}`,
    weight: variant.startsWith('Bold') ? 700 : 400,
    style: variant.endsWith('Italic') ? 'italic' : 'normal',
    first: name === 'Main-Regular' || name === 'Math-Italic',
  };
});

const family = (name: string, more: Partial<MathStyle> = {}) => ({ family: `KaTeX_${name}`, ...more });
const italic = { style: 'italic' } as const;
const bold = { weight: 700 } as const;

/** The rules of katex.css that choose a font: an element with all these classes, in the order of the style sheet. */
const RULES: [classes: string, set: Partial<MathStyle>][] = [
  ['textbf', bold],
  ['textit', italic],
  ['textrm', family('Main')],
  ['textsf', family('SansSerif')],
  ['texttt', family('Typewriter')],
  ['mathnormal', family('Math', italic)],
  ['mathit', family('Main', italic)],
  ['mathrm', { style: 'normal' }],
  ['mathbf', family('Main', bold)],
  ['boldsymbol', family('Math', { ...italic, ...bold })],
  ...['amsrm', 'mathbb', 'textbb'].map((name): [string, Partial<MathStyle>] => [name, family('AMS')]),
  ['mathcal', family('Caligraphic')],
  ...['mathfrak', 'textfrak'].map((name): [string, Partial<MathStyle>] => [name, family('Fraktur')]),
  ...['mathboldfrak', 'textboldfrak'].map((name): [string, Partial<MathStyle>] => [name, family('Fraktur', bold)]),
  ['mathtt', family('Typewriter')],
  ...['mathscr', 'textscr'].map((name): [string, Partial<MathStyle>] => [name, family('Script')]),
  ...['mathsf', 'textsf'].map((name): [string, Partial<MathStyle>] => [name, family('SansSerif')]),
  ...['mathboldsf', 'textboldsf'].map((name): [string, Partial<MathStyle>] => [name, family('SansSerif', bold)]),
  ...['mathitsf', 'mathsfit', 'textitsf'].map((name): [string, Partial<MathStyle>] => [
    name,
    family('SansSerif', italic),
  ]),
  ['mainrm', family('Main', { style: 'normal' })],
  ...[1, 2, 3, 4].map((size): [string, Partial<MathStyle>] => [`delimsizing size${size}`, family(`Size${size}`)]),
  ['delim-size1', family('Size1')],
  ['delim-size4', family('Size4')],
  ['op-symbol small-op', family('Size1')],
  ['op-symbol large-op', family('Size2')],
];

/** The style inside an element with these classes. */
export function mathStyle(outside: MathStyle, classes: readonly string[]): MathStyle {
  const matching = RULES.filter(([names]) => names.split(' ').every((name) => classes.includes(name)));
  return Object.assign({}, outside, ...matching.map(([, set]) => set));
}
