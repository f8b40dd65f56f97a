import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import en from '@/messages/en.json';
import ko from '@/messages/ko.json';
import { type DetectionState, detectionInitial, PRESET_NAMES, withCopy, withPreset } from './state';
import { DetectionView } from './view';

const drawn = (state: DetectionState, messages = en) =>
  renderToStaticMarkup(<DetectionView texts={messages.figures['detection-board']} state={state} />);
const textOf = (markup: string) => markup.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

test('the first frame has no control that is on, and tells where suppression begins', () => {
  const markup = drawn(detectionInitial);
  expect(textOf(markup)).toContain('The highest score comes first: box A.');
  expect(markup.match(/<(button|input|select)\b[^>]*>/g)?.filter((tag) => !tag.includes('disabled'))).toEqual([]);
  expect(markup).not.toContain('tabindex="0"');
});

test('decision by decision the chain says what suppresses and what does not', () => {
  const after = (steps: number) => textOf(drawn({ ...detectionInitial, steps }));
  expect(after(1)).toContain('A has the highest score');
  expect(after(2)).toContain('B has an IoU of 0.600 with A, which is kept. That is above 0.50: suppressed.');
  expect(after(3)).toContain('C is compared with the kept boxes alone: A 0.333. No IoU is above 0.50: kept.');
  expect(after(3)).toContain('it also overlaps B, but that is suppressed, and a suppressed box suppresses nobody.');
  expect(after(3)).toContain('Kept, 2 of 3: A, C.');
});

test('two equal boxes with IoU ½ share two thirds', () => {
  expect(textOf(drawn(withPreset('equal')))).toContain(
    '384 px² of a union of 768 px², IoU 0.500. That is 66.7 % of A (576 px²) and 66.7 % of B (576 px²).',
  );
});

test.each(PRESET_NAMES)('%s is drawn in both languages after each decision, with no word or number missing', (name) => {
  for (const messages of [en, ko]) {
    const state = withCopy(withPreset(name));
    for (const steps of state.boxes.keys()) {
      expect(drawn({ ...state, steps: steps + 1 }, messages)).not.toMatch(/NaN|undefined|Infinity|\{\w+\}/);
    }
  }
});
