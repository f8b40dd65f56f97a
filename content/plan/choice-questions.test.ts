import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listUnits } from '@/content/units';
import { choiceQuestions, findChoiceQuestion, parseChoiceQuestions } from './choice-questions';

test('a question is read with its choices, and which are right', () => {
  const question = findChoiceQuestion('04-optimization.01-generalization#once');
  expect(question).toMatchObject({
    multiple: false,
    question: { en: 'In 5-fold cross-validation, how often is each example validated?' },
  });
  expect(question?.choices.map(({ right, label }) => [label.en, right]).toSorted()).toEqual([
    ['A random number of times', false],
    ['Exactly once', true],
    ['Five times', false],
    ['Four times', false],
  ]);
  expect(question?.choices[0]?.label.ko).toMatch(/[가-힣]/);
});

test('neither names nor places tell which is right', async () => {
  const questions = (await listUnits()).flatMap(({ id }) => choiceQuestions(id));
  const places = questions.map(({ choices }) => choices.findIndex(({ right }) => right));
  for (const place of [0, 1, 2, 3]) {
    const share = places.filter((one) => one === place).length / places.length;
    expect(share, `right at ${place}`).toBeLessThan(0.5);
  }
  for (const { choices } of questions) {
    expect(choices.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e', 'f'].slice(0, choices.length));
  }
});

test('a mistake to spot is a choice, too, and its lines stay in order', () => {
  const choices = findChoiceQuestion('02-mlp.03-backpropagation#spot-mean')?.choices;
  expect(choices?.map(({ right }) => right)).toEqual([false, true, false, false]);
});

test('every unit has questions for a team, each with a right choice and one that is not', async () => {
  for (const { id } of await listUnits()) {
    const questions = choiceQuestions(id);
    expect(questions.length, id).toBeGreaterThan(1);
    for (const { id: check, choices, multiple } of questions) {
      const right = choices.filter((choice) => choice.right).length;
      expect(multiple ? right >= 1 : right === 1, check).toBe(true);
      expect(right < choices.length, check).toBe(true);
      for (const { label, because } of choices) expect(label.ko && because.ko, check).toBeTruthy();
    }
  }
});

test('all choice checks of the course are read', async () => {
  const units = await listUnits();
  const sources = units.flatMap((unit) =>
    unit.lessons.map((lesson) => readFileSync(`content/${unit.id}/${lesson}/en.mdx`, 'utf8')),
  );
  const written = sources.flatMap((source) => source.match(/<(QuickCheck|SpotTheMistake) id=/g) ?? []).length;
  expect(units.flatMap(({ id }) => choiceQuestions(id))).toHaveLength(written);
});

test('what Markdown cannot show is left out, and an unknown unit has none', () => {
  const check = (label: string) =>
    `<QuickCheck id="u.l#c">\n<Question>Q</Question>\n<Choice id="a" correct>${label}<Because>B</Because></Choice>\n<Choice id="b">b<Because>B</Because></Choice>\n</QuickCheck>`;
  expect(parseChoiceQuestions(check('plain $a<b$ and `<T>`'))).toHaveLength(1);
  expect(parseChoiceQuestions(check('<Figure name="x" />'))).toEqual([]);
  expect(choiceQuestions('../server')).toEqual([]);
  expect(findChoiceQuestion('99-nothing.01-x#y')).toBeUndefined();
});
