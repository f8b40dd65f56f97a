import { parse } from 'acorn';

/**
 * Exports a lesson's h2 and h3 as `outline`, and makes each heading a link to itself. Runs after rehype-slug, before
 * rehype-katex (a formula in a heading counts by its source).
 */
export default function rehypeOutline() {
  return (tree) => {
    const outline = [];
    for (const node of tree.children) {
      const depth = { h2: 2, h3: 3 }[node.tagName];
      if (!depth) continue;
      const id = node.properties.id;
      outline.push({ id, text: textOf(node), depth });
      node.children = [
        {
          type: 'element',
          tagName: 'a',
          properties: { href: `#${id}`, className: ['anchor'] },
          children: node.children,
        },
      ];
    }
    const value = `export const outline = ${JSON.stringify(outline)}`;
    const estree = parse(value, { ecmaVersion: 'latest', sourceType: 'module' });
    tree.children.unshift({ type: 'mdxjsEsm', value, data: { estree } });
  };
}

function textOf(node) {
  return node.type === 'text' ? node.value : (node.children ?? []).map(textOf).join('');
}
