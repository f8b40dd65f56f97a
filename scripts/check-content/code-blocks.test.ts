import { expect, test } from 'vitest';
import { optOutProblems, programOf, typeProblems } from './code-blocks';
import { parseMdx } from './mdx-tree';

const lesson = (name: string, ...blocks: string[]) =>
  parseMdx(`content/02-mlp/${name}/en.mdx`, blocks.map((block) => `Text.\n\n\`\`\`${block}\n\`\`\`\n`).join('\n'));

const texts = {
  right: lesson('right', 'ts\nconst x: tf.Tensor1D = tf.tensor1d([1]);', 'ts\nconsole.log(x.arraySync());'),
  imports: lesson(
    'imports',
    "ts\nimport * as tf from '@tensorflow/tfjs-core';\n\ntf.scalar(1).dataSync()[0].toFixed(1);",
  ),
  missing: lesson('missing', 'ts\ntf.tensor1d([1]);', 'ts\ntf.tensor1D([1]);'),
  strange: lesson('strange', 'ts\nconst x: number = "x";', 'js\nthis is no TypeScript'),
  syntax: lesson('syntax', 'ts\nconst x = ;'),
  refused: lesson('refused', 'ts nocheck="shows what the compiler refuses"\nconst x: number = "x";'),
};
const found = typeProblems(Object.values(texts));

test.each(['right', 'imports', 'refused'] as const)('the code of “%s” passes', (name) => {
  expect(found.get(texts[name].file)).toEqual([]);
});

test.each([
  ['missing', /^line 10: Property 'tensor1D' does not exist/],
  ['strange', /^line 4: Type 'string' is not assignable to type 'number'/],
  ['syntax', /^line 4: Expression expected/],
] as const)('the code of “%s” is refused, at its line of the text', (name, problem) => {
  expect(found.get(texts[name].file)).toEqual([expect.stringMatching(problem)]);
});

test('a line of code keeps its place', () => {
  expect(programOf(texts.right).split('\n').indexOf('console.log(x.arraySync());')).toBe(9);
});

test('who opts out says why', () => {
  expect(optOutProblems(texts.refused)).toEqual([]);
  expect(optOutProblems(lesson('silent', 'ts nocheck\n1'))).toEqual([
    expect.stringMatching(/^line 3: nocheck needs a reason/),
  ]);
});
