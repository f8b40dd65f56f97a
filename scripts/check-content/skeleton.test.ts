import { expect, test } from 'vitest';
import { parseMdx } from './mdx-tree';
import { quickCheckIds, skeletonOf as skeletonOfTree, skeletonProblems } from './skeleton';

const skeletonOf = (mdx: string) => skeletonOfTree(parseMdx('en.mdx', mdx).tree);

const english = `export const metadata = { title: 'One' };

## One

Text with $x$.

$$
y = x
$$

<Figure name="softmax-lab" caption="Try" />

<QuickCheck id="a#b">
<Choice id="one" correct>Yes</Choice>
</QuickCheck>

\`\`\`ts
1;
\`\`\`
`;

test('a text is its headings, components, equations and code', () => {
  expect(skeletonOf(english)).toEqual({
    headings: ['h2'],
    components: ['Figure name=softmax-lab', 'QuickCheck id=a#b', 'Choice id=one correct=true'],
    terms: [],
    equations: ['equation'],
    code: ['ts'],
  });
});

test('a translation with the same skeleton is in order', () => {
  const korean = english
    .replace("'One'", "'하나'")
    .replace('## One', '## 하나')
    .replace('caption="Try"', 'caption="해 보기"');
  expect(skeletonProblems(skeletonOf(english), skeletonOf(korean))).toEqual([]);
});

test.each([
  ['## One', '### One', 'headings part at number 1: en h2, ko h3'],
  [' correct', '', 'components part at number 3: en Choice id=one correct=true, ko Choice id=one'],
  ['$$\ny = x\n$$', '', 'equations part at number 1: en equation, ko none'],
  ['## One', '## One\n\n## Two', 'headings part at number 2: en none, ko h2'],
])('%j turned into %j is found', (from, to, problem) => {
  expect(skeletonProblems(skeletonOf(english), skeletonOf(english.replace(from, to)))).toEqual([problem]);
});

test('a broken text throws instead of passing', () => {
  expect(() => skeletonOf('<Figure')).toThrow();
});

const checks = `<OrderQuickCheck id="a#order">
<Question>?</Question>
<Item id="one">1</Item><Item id="two">2</Item>
<Wrong order="two one">No</Wrong>
</OrderQuickCheck>

<MatchQuickCheck id="a#match">
<Pair id="one"><Left>1</Left><Right>one</Right></Pair>
</MatchQuickCheck>

<SpotTheMistake id="a#spot">
<Part id="fine">1 = 1</Part>
<Part id="slip" wrong>1 = 2</Part>
</SpotTheMistake>

<NumberQuickCheck id="a#number" answer={1} />

<QuickCheck />
`;

test('quick checks of every kind are found by their ids, and one without id too', () => {
  expect(quickCheckIds(skeletonOf(checks))).toEqual(['a#order', 'a#match', 'a#spot', 'a#number', '']);
});

test.each([
  ['order="two one"', 'order="one two"', 'components part at number 5: en Wrong order=two one, ko Wrong order=one two'],
  [' wrong>', '>', 'components part at number 12: en Part id=slip wrong=true, ko Part id=slip'],
])('%j turned into %j in a translation is found', (from, to, problem) => {
  expect(skeletonProblems(skeletonOf(checks), skeletonOf(checks.replace(from, to)))).toEqual([problem]);
});

test('the terms of a sentence may change places in a translation, and none may be missing', () => {
  const terms = (...ids: string[]) => skeletonOf(ids.map((id) => `a <Term id="${id}">word</Term>`).join(' '));
  expect(skeletonProblems(terms('loss', 'batch'), terms('batch', 'loss'))).toEqual([]);
  expect(skeletonProblems(terms('loss', 'batch'), terms('batch'))).toEqual([
    'terms part at number 2: en Term id=loss, ko none',
  ]);
});
