import { expect, test } from 'vitest';
import { anchorsOf } from './anchors';
import { linkProblems, type Pages } from './links';
import { parseMdx } from './mdx-tree';

const page = `
## One thing

$$
y = x
$$

<Figure name="softmax-lab">Try</Figure>

<QuickCheck id="02-mlp.01-x#one">
<Question>Is $$y = x$$?</Question>
<Choice id="yes" correct>
Yes
<Because>

$$
x = y
$$

</Because>
</Choice>
</QuickCheck>

### 둘째 절
`;

const pages: Pages = {
  lessons: new Map([['02-mlp.01-x', new Set(['one'])]]),
  exercises: new Set(['02-mlp/softmax']),
  terms: new Set(['batch']),
};

const problems = (link: string) => {
  const text = parseMdx('content/02-mlp/01-x/en.mdx', `${page}\n[here](${link})\n`);
  return linkProblems(text, anchorsOf(text), pages);
};

test('a text has anchors at its headings, equations, figures and checks, and none within a check', () => {
  expect([...anchorsOf(parseMdx('content/02-mlp/01-x/en.mdx', page))]).toEqual([
    ...['one-thing', 'eq-1', 'figure-softmax-lab', '02-mlp.01-x#one', '둘째-절'],
  ]);
});

test('the equations of an exercise have no anchors: its page shows several texts', () => {
  expect(anchorsOf(parseMdx('exercises/02-mlp/x/prompt.en.mdx', page)).has('eq-1')).toBe(false);
});

test.each([
  '#one-thing',
  '#eq-1',
  '#figure-softmax-lab',
  '#둘째-절',
  '/lessons/02-mlp.01-x',
  '/lessons/02-mlp.01-x#one',
  '/exercises/02-mlp/softmax',
  '/glossary',
  '/glossary#batch',
  'https://example.org/x#y',
])('the link %s leads somewhere', (link) => {
  expect(problems(link)).toEqual([]);
});

test.each([
  ['#eq-2', 'there is no such place in this text'],
  ['/lessons/02-mlp.02-x', 'there is no such lesson'],
  ['/lessons/02-mlp.01-x#two', 'there is no such place in that lesson'],
  ['/exercises/02-mlp/relu', 'there is no such exercise'],
  ['/glossary#bach', 'there is no such term'],
  ['/ko/lessons/02-mlp.01-x', 'it leads to no page of the course (/lessons/…, /exercises/…, /glossary#…)'],
  ['../02-x/en.mdx', 'it leads to no page of the course (/lessons/…, /exercises/…, /glossary#…)'],
])('the link %s does not: %s', (link, problem) => {
  expect(problems(link)).toEqual([`line 26: the link ${link}: ${problem}`]);
});
