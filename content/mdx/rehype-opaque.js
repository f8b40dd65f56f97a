import { parse } from 'acorn';
import { toHtml } from 'hast-util-to-html';

/**
 * Hands formulas and highlighted code to React as one string each, instead of hundreds of elements that travel to the
 * browser a second time in the page's data. Runs last, after rehype-katex and rehype-pretty-code.
 */
export default function rehypeOpaque() {
  return (tree) => visit(tree);
}

function visit(node) {
  node.children = (node.children ?? []).map((child) => {
    if (isOpaque(child)) return opaque(child);
    visit(child);
    return child;
  });
}

function isOpaque({ tagName, properties }) {
  if (tagName === 'span')
    return [properties.className].flat().some((name) => name === 'katex' || name === 'katex-display');
  return tagName === 'code' && properties['data-language'] !== undefined;
}

function opaque({ tagName, properties, children }) {
  const html = toHtml(children, { quote: "'", preferUnquoted: true, omitOptionalTags: false });
  return {
    type: 'mdxJsxTextElement',
    name: tagName,
    attributes: [
      ...Object.entries(properties).flatMap(attribute),
      expression('dangerouslySetInnerHTML', { __html: html }),
    ],
    children: [],
  };
}

/** Without `style`, which React wants as an object: the one that Pretty Code sets is in styles/prose.css. */
function attribute([name, value]) {
  return name === 'style' ? [] : [{ type: 'mdxJsxAttribute', name, value: [value].flat().join(' ') }];
}

function expression(name, value) {
  const source = JSON.stringify(value);
  const estree = parse(`(${source})`, { ecmaVersion: 'latest', sourceType: 'module' });
  return {
    type: 'mdxJsxAttribute',
    name,
    value: { type: 'mdxJsxAttributeValueExpression', value: source, data: { estree } },
  };
}
