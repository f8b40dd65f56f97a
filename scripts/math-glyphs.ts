import { createProcessor } from '@mdx-js/mdx';
import katex from 'katex';
import remarkMath from 'remark-math';

interface Node {
  type: string;
  value?: string;
  children?: Node[];
}

const processor = createProcessor({ remarkPlugins: [remarkMath] });

/** The distinct characters that KaTeX sets for the formulas of MDX texts, sorted. */
export function mathGlyphs(texts: readonly string[]): string {
  const glyphs = new Set<string>();
  for (const text of texts) collect(processor.parse(text) as Node, glyphs);
  return [...glyphs].sort().join('');
}

function collect(node: Node, glyphs: Set<string>) {
  if (node.type === 'math' || node.type === 'inlineMath') {
    const html = katex.renderToString(node.value ?? '', { output: 'html', displayMode: node.type === 'math' });
    const text = html
      .replace(/<[^>]*>/g, '')
      .replace(/&(lt|gt|amp|quot|#x27);/g, (_, name: string) => entities[name] ?? '');
    for (const character of text) glyphs.add(character);
  }
  for (const child of node.children ?? []) collect(child, glyphs);
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#x27': "'" };
