import { expect, test } from 'vitest';
import { imageProblems } from './images';
import { parseMdx } from './mdx-tree';
import { termProblems } from './terms';

const text = (mdx: string) => parseMdx('content/02-mlp/01-x/en.mdx', mdx);

test('a picture that is there and has words passes', () => {
  expect(imageProblems(text('![An editor beside a prompt](/workbench.png)'), 'docs')).toEqual([]);
});

test.each([
  ['![](/none.png)', ['the picture /none.png has no alternative text', 'the picture /none.png is not in public/']],
  [
    '<img src="/none.png" />',
    ['the picture /none.png has no alternative text', 'the picture /none.png is not in public/'],
  ],
  ['![Words](https://example.org/x.png)', ['the picture https://example.org/x.png is not in public/']],
])('%s is refused', (mdx, problems) => {
  expect(imageProblems(text(mdx))).toEqual(problems.map((problem) => `line 1: ${problem}`));
});

const terms = (mdx: string) => termProblems(text(mdx), new Set(['batch', 'loss']));

test('a known term in a sentence passes', () => {
  expect(terms('A <Term id="batch">batch</Term> and its <Term id="loss">loss</Term>.')).toEqual([]);
});

test.each([
  ['A <Term id="bach">batch</Term>.', 'the glossary has no term bach'],
  ['## A <Term id="batch">batch</Term>', 'a term cannot stand in a heading, which is a control itself'],
  ['[A <Term id="batch">batch</Term>](/glossary)', 'a term cannot stand in a link, which is a control itself'],
  [
    '<Choice id="a">A <Term id="batch">batch</Term></Choice>',
    'a term cannot stand in a Choice, which is a control itself',
  ],
  [
    'A <Term id="batch">batch</Term>, a <Term id="batch">batch</Term>.',
    'the term batch is explained already: once in a lesson is enough',
  ],
])('%s is refused', (mdx, problem) => {
  expect(terms(mdx)).toEqual([`line 1: ${problem}`]);
});
