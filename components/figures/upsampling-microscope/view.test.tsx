import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import en from '@/messages/en.json';
import ko from '@/messages/ko.json';
import { CONVENTIONS, METHODS } from './resize';
import { changed, type UpsampleState, upsampleInitial } from './state';
import { UpsampleView } from './view';

const drawn = (state: UpsampleState, messages = en) =>
  renderToStaticMarkup(<UpsampleView texts={messages.figures['upsampling-microscope']} state={state} />);
const textOf = (markup: string) => markup.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

test('the first frame has no control that is on, and writes out pixel [1, 1]', () => {
  const markup = drawn(upsampleInitial);
  expect(markup.match(/<(button|input|select)\b[^>]*>/g)?.filter((tag) => !tag.includes('disabled'))).toEqual([]);
  const text = textOf(markup);
  expect(text).toContain('s = (1 + ½)·3/6 − ½ = 0.25');
  expect(text).toContain('t = (1 + ½)·4/8 − ½ = 0.25');
  expect(text).toContain('0.75·0.75 = 0.5625');
  expect(text).toContain('y[1, 1] = 0 + 0.1875 + 0.1875 + 0.125 = 0.5');
});

test('output 0 reads at −0.25 and is clamped; of equal sizes there is nothing to choose', () => {
  expect(textOf(drawn({ ...upsampleInitial, at: 0 }))).toContain('½ = −0.25, clamped to [0, 2]: 0');
  expect(textOf(drawn(changed(upsampleInitial, { rows: 3, cols: 4 })))).toContain(
    'all three conventions read each pixel',
  );
});

test('asymmetric moves the picture up and left when it grows, down and right when it shrinks', () => {
  const asymmetric = { ...upsampleInitial, convention: 'asymmetric' } as const;
  expect(textOf(drawn(asymmetric))).toContain('in pixels of the output: up by 0.5, left by 0.5.');
  expect(textOf(drawn(changed(asymmetric, { rows: 1, cols: 2 })))).toContain('down by 0.333, right by 0.25.');
});

test('aligned corners have a scale of their own', () => {
  expect(textOf(drawn({ ...upsampleInitial, convention: 'align-corners' }))).toContain(
    'Outputs read 0.4 rows and 0.4286 columns apart; the ratio of the sizes would be 0.5 and 0.5.',
  );
});

const SWEEP = CONVENTIONS.flatMap((convention) => METHODS.map((method) => ({ convention, method })));

test.each(SWEEP)('$convention, $method is drawn in both languages, with no word or number missing', (choice) => {
  for (const messages of [en, ko]) {
    for (const [rows, cols] of [
      [1, 1],
      [9, 12],
      [3, 4],
      [2, 7],
    ] as const) {
      const state = changed({ ...upsampleInitial, ...choice }, { rows, cols });
      for (const at of [0, rows * cols - 1]) {
        expect(drawn({ ...state, at }, messages)).not.toMatch(/NaN|undefined|Infinity|\{\w+\}/);
      }
    }
  }
});
