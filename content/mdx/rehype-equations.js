/** A question is no part of the argument, and its feedback hides. */
const UNNUMBERED = /(QuickCheck|SpotTheMistake)$/;

/**
 * Numbers the displayed equations of a lesson, so that one can be linked to and talked about: each stands in
 * `#eq-N` with a link to itself. Both languages have the same equations, hence the same numbers. Runs before rehype-katex.
 */
export default function rehypeEquations() {
  return (tree, file) => {
    const path = file.path?.replaceAll('\\', '/') ?? '';
    if (!path.includes('/content/')) return;
    number(tree, { last: 0, name: path.endsWith('ko.mdx') ? '식' : 'Equation' });
  };
}

function number(node, counter) {
  if (UNNUMBERED.test(node.name ?? '')) return;
  node.children = (node.children ?? []).map((child) => {
    if (isDisplayed(child)) return numbered(child, counter);
    number(child, counter);
    return child;
  });
}

function isDisplayed({ tagName, children }) {
  return tagName === 'pre' && children[0]?.properties?.className?.includes('math-display');
}

function numbered(display, counter) {
  counter.last += 1;
  const id = `eq-${counter.last}`;
  const link = {
    type: 'element',
    tagName: 'a',
    properties: { href: `#${id}`, className: ['equation-number'], ariaLabel: `${counter.name} (${counter.last})` },
    children: [{ type: 'text', value: `(${counter.last})` }],
  };
  return { type: 'element', tagName: 'div', properties: { id, className: ['equation'] }, children: [display, link] };
}
