import { parse } from 'acorn';

/** What would tell the answers of a quick check, or is no sentence. */
const SKIPPED = /^(Because|Wrong|Otherwise|Choice|Item|Pair|Extra|Part|FurtherReading|Figure)$/;

/**
 * Exports what search and the glossary need of a text: `sections`, the plain text from each h2 or h3 to the next (the
 * first, before any heading, has an empty id), and `terms`, the ids of its `<Term>`s. Runs after rehype-slug, before
 * anything changes headings and formulas.
 */
export default function rehypeSections() {
  return (tree) => {
    const sections = [{ id: '', heading: '', text: '' }];
    const terms = new Set();
    for (const node of tree.children) {
      collectTerms(node, terms);
      if (node.tagName === 'h2' || node.tagName === 'h3')
        sections.push({ id: node.properties.id, heading: tidy(textOf(node)), text: '' });
      else sections.at(-1).text += `${textOf(node)} `;
    }
    const tidied = sections.map((section) => ({ ...section, text: tidy(section.text) }));
    tree.children.unshift(exported('sections', tidied), exported('terms', [...terms]));
  };
}

function exported(name, data) {
  const value = `export const ${name} = ${JSON.stringify(data)}`;
  const estree = parse(value, { ecmaVersion: 'latest', sourceType: 'module' });
  return { type: 'mdxjsEsm', value, data: { estree } };
}

function collectTerms(node, terms) {
  if (node.name === 'Term') terms.add(attributeOf(node, 'id'));
  for (const child of node.children ?? []) collectTerms(child, terms);
}

function attributeOf(node, wanted) {
  const value = node.attributes.find(({ name }) => name === wanted)?.value;
  return typeof value === 'string' ? value : '';
}

function textOf(node) {
  if (node.type === 'text') return node.value;
  if (node.tagName === 'pre' || SKIPPED.test(node.name ?? '')) return ' ';
  const inner = (node.children ?? []).map(textOf).join('');
  if (node.properties?.className?.includes('language-math')) return plainFormula(inner);
  if (node.type === 'mdxJsxFlowElement')
    return ` ${attributeOf(node, 'title')} ${attributeOf(node, 'claim')} ${inner} `;
  return /^(p|li|ul|ol|blockquote|td|th|tr|table)$/.test(node.tagName ?? '') ? `${inner} ` : inner;
}

/** A formula in a line of plain text: as it is where it can be read, else an ellipsis. */
function plainFormula(source) {
  const plain = source.replace(/\\(mathbf|mathrm|text|hat)\s*\{?(\w+)\}?/g, '$2').replace(/\{(\w)\}/g, '$1');
  return /[\\{}&]/.test(plain) ? '…' : plain.replaceAll('_', '');
}

function tidy(text) {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:!?])/g, '$1')
    .trim();
}
