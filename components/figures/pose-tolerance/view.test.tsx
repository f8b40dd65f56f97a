import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import en from '@/messages/en.json';
import ko from '@/messages/ko.json';
import { JOINTS } from './skeleton';
import { type PoseState, PRESET_NAMES, PRESETS, poseInitial, REFERENCES } from './state';
import { PoseView } from './view';

const drawn = (state: PoseState, messages = en) =>
  renderToStaticMarkup(<PoseView texts={messages.figures['pose-tolerance']} state={state} />);
const textOf = (markup: string) => markup.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

test('the first frame has no control that is on, and says the PCK with what it is counted over', () => {
  const markup = drawn(poseInitial);
  expect(markup.match(/<(button|input|select)\b[^>]*>/g)?.filter((tag) => !tag.includes('disabled'))).toEqual([]);
  const text = textOf(markup);
  expect(text).toContain('Within α·r = 0.20 · 32 px = 6.4 px of the truth lie 9 of 12 visible joints: PCK 75.0 %.');
  expect(text).toContain('neither as right nor as wrong: Right elbow, Right wrist.');
  expect(text).toContain('Left wrist: 10.0 px from the truth, 10.0 / 32 = 0.313 reference lengths. wrong.');
});

test('a smaller person with errors of as many pixels has a lower PCK, and is told from which it fell', () => {
  const text = textOf(drawn({ ...poseInitial, size: 50 }));
  expect(text).toContain('5 of 12 visible joints: PCK 41.7 %.');
  expect(text).toContain('At full size PCK is 75.0 %.');
});

test('with no visible joint PCK is NaN, and said to be', () => {
  const text = textOf(drawn({ ...poseInitial, visible: JOINTS.map(() => false) }));
  expect(text).toContain('No joint is visible. There is nothing to count, and PCK is 0/0, NaN.');
});

const SWEEP = REFERENCES.flatMap((reference) =>
  (['same', 'scaled'] as const).flatMap((errors) => PRESET_NAMES.map((name) => ({ reference, errors, name }))),
);

test.each(SWEEP)('$name, $reference, errors $errors: drawn in both languages, nothing missing', (choice) => {
  const { name, ...settings } = choice;
  for (const messages of [en, ko]) {
    for (const size of [50, 100]) {
      const state = { ...poseInitial, ...settings, size, offsets: PRESETS[name] };
      expect(drawn(state, messages)).not.toMatch(/NaN|undefined|Infinity|\{\w+\}/);
    }
  }
});
