import { createProcessor } from '@mdx-js/mdx';
import katex from 'katex';
import remarkMath from 'remark-math';
import { type MathFace, type MathStyle, mathFaces, mathStyle } from './math-faces';

interface Node {
  type: string;
  value?: string;
  children?: Node[];
}

const processor = createProcessor({ remarkPlugins: [remarkMath] });
const UPRIGHT: MathStyle = { family: 'KaTeX_Main', weight: 400, style: 'normal' };

/** The distinct characters, sorted, that KaTeX sets in each of its fonts for the formulas of MDX texts. */
export function mathGlyphs(texts: readonly string[]): Map<MathFace, string> {
  const glyphs = new Map<MathFace, Set<string>>();
  for (const text of texts) collect(processor.parse(text) as Node, glyphs);
  return new Map([...glyphs].map(([face, found]) => [face, [...found].sort().join('')]));
}

function collect(node: Node, glyphs: Map<MathFace, Set<string>>) {
  if (node.type === 'math' || node.type === 'inlineMath') {
    const html = katex.renderToString(node.value ?? '', { output: 'html', displayMode: node.type === 'math' });
    collectHtml(html, glyphs);
  }
  for (const child of node.children ?? []) collect(child, glyphs);
}

/** KaTeX's own HTML: elements that are closed, some of SVG that are empty, and text. */
function collectHtml(html: string, glyphs: Map<MathFace, Set<string>>) {
  const styles = [UPRIGHT];
  for (const [, end, attributes = '', empty, text] of html.matchAll(/<(\/?)\w+([^>]*?)(\/?)>|([^<]+)/g)) {
    const style = styles.at(-1) ?? UPRIGHT;
    if (text !== undefined) addText(text, style, glyphs);
    else if (end) styles.pop();
    else if (!empty) styles.push(mathStyle(style, /class="([^"]*)"/.exec(attributes)?.[1]?.split(' ') ?? []));
  }
}

function addText(text: string, style: MathStyle, glyphs: Map<MathFace, Set<string>>) {
  const face = mathFaces.find(
    (one) => one.family === style.family && one.weight === style.weight && one.style === style.style,
  );
  if (!face) return;
  const found = glyphs.get(face) ?? new Set();
  for (const character of text.replace(/&(lt|gt|amp|quot|#x27);/g, (_, name: string) => entities[name] ?? '')) {
    found.add(character);
  }
  glyphs.set(face, found);
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#x27': "'" };
