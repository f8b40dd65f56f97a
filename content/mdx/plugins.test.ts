import { createProcessor, evaluate } from '@mdx-js/mdx';
import rehypeSlug from 'rehype-slug';
import remarkMath from 'remark-math';
import { expect, test } from 'vitest';
import rehypeEquations from './rehype-equations.js';
import rehypeSections from './rehype-sections.js';

const jsx = () => null;
const runtime = { Fragment: 'x', jsx, jsxs: jsx };

/** What a text's module exports beside its component. */
const exportsOf = async (mdx: string) => {
  const plugins = { remarkPlugins: [remarkMath], rehypePlugins: [rehypeSlug, rehypeSections] };
  const { default: _, ...exports } = await evaluate(
    { path: '/content/en.mdx', value: mdx },
    { ...runtime, ...plugins },
  );
  return exports;
};

test('a text is divided at its headings, in plain words', async () => {
  const text = `
Before *all*.

## The \`one\` with $x_1$

First paragraph.
Second, with $\\frac12$ and [a link](/lessons/x).

$$
y = x
$$

\`\`\`ts
code();
\`\`\`

### Two

| a | b |
| - | - |

- c
- d
`;
  expect(await exportsOf(text)).toEqual({
    sections: [
      { id: '', heading: '', text: 'Before all.' },
      { id: 'the-one-with-x_1', heading: 'The one with x1', text: 'First paragraph. Second, with … and a link.' },
      { id: 'two', heading: 'Two', text: expect.stringMatching(/c d$/) },
    ],
    terms: [],
  });
});

test('answers of quick checks are not found, questions and quoted claims are', async () => {
  const text = `
<QuickCheck id="a">
<Question>How many?</Question>
<Choice id="x" correct>secret<Because>secret</Because></Choice>
<Otherwise>secret</Otherwise>
</QuickCheck>

<NotesClaim claim="A claim.">The truth.</NotesClaim>
`;
  expect(await exportsOf(text)).toEqual({
    sections: [{ id: '', heading: '', text: 'How many? A claim. The truth.' }],
    terms: [],
  });
});

test('terms are listed once each, in the order of the text', async () => {
  const text = 'A <Term id="loss">loss</Term>, a <Term id="batch">batch</Term>, a <Term id="loss">loss</Term>.';
  expect(await exportsOf(text)).toEqual({
    sections: [{ id: '', heading: '', text: 'A loss, a batch, a loss.' }],
    terms: ['loss', 'batch'],
  });
});

interface Element {
  name?: string;
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: Element[];
}

/** The numbered places of a text: their id, and the link's address and name. */
function equationsOf(path: string, mdx: string): unknown[] {
  const found: unknown[] = [];
  const collect = () => (tree: Element) => {
    const visit = (node: Element) => {
      if (node.properties?.className === 'equation' || [node.properties?.className].flat().includes('equation')) {
        const link = node.children?.[1]?.properties;
        found.push([node.properties?.id, link?.href, link?.ariaLabel]);
      }
      node.children?.forEach(visit);
    };
    visit(tree);
  };
  const processor = createProcessor({ remarkPlugins: [remarkMath], rehypePlugins: [rehypeEquations, collect] });
  processor.processSync({ path, value: mdx });
  return found;
}

const equations = `
$$
a
$$

<Callout kind="note">

$$
b
$$

</Callout>

<QuickCheck id="x">
<Question>

$$
c
$$

</Question>
</QuickCheck>

Inline $d$ and $$e$$.

> $$
> f
> $$
`;

test('displayed equations of a lesson are numbered, those of its questions are not', () => {
  expect(equationsOf('/work/content/02-mlp/01-x/en.mdx', equations)).toEqual([
    ['eq-1', '#eq-1', 'Equation (1)'],
    ['eq-2', '#eq-2', 'Equation (2)'],
    ['eq-3', '#eq-3', 'Equation (3)'],
  ]);
});

test('in Korean they are called 식', () => {
  expect(equationsOf('C:\\work\\content\\02-mlp\\01-x\\ko.mdx', '$$\na\n$$')).toEqual([['eq-1', '#eq-1', '식 (1)']]);
});

test('texts of exercises have no numbers', () => {
  expect(equationsOf('/work/exercises/02-mlp/x/prompt.en.mdx', equations)).toEqual([]);
});
