import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import en from '@/messages/en.json';
import ko from '@/messages/ko.json';
import { PRESETS, type Prediction, painted, predictionOf } from './state';
import { AT_REST, SegmentationView } from './view';

const drawn = (prediction: Prediction, messages = en) =>
  renderToStaticMarkup(
    <SegmentationView texts={messages.figures['segmentation-painter']} prediction={prediction} parts={AT_REST} />,
  );
const textOf = (markup: string) => markup.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

test('the first frame has no control that is on', () => {
  const tags = drawn(predictionOf('background')).match(/<(button|input|select)\b[^>]*>/g);
  expect(tags?.filter((tag) => !tag.includes('disabled'))).toEqual([]);
});

test.each([
  ['background', 'pixel accuracy 95.0 %, mIoU 31.7 %. No pixel is found of: cat, ball.'],
  ['perfect', 'pixel accuracy 100.0 %, mIoU 100.0 %.'],
  [
    'shifted',
    'pixel accuracy 96.0 %, mIoU 59.7 %. Background everywhere has an accuracy that is only 1.0 points lower',
  ],
] as const)('%s says its accuracy and its mIoU', (name, said) => {
  expect(textOf(drawn(predictionOf(name)))).toContain(said);
});

test('a prediction that finds something can have fewer right pixels than background everywhere', () => {
  const clumsy = painted(predictionOf('perfect'), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 2);
  expect(textOf(drawn(clumsy))).toContain('Background everywhere would have 95.0 % of the pixels right');
});

test.each(PRESETS)('%s is drawn in both languages, with no word or number missing', (name) => {
  for (const messages of [en, ko]) {
    expect(drawn(predictionOf(name), messages)).not.toMatch(/NaN|undefined|Infinity|\{\w+\}/);
  }
});
