import { expect, test } from 'vitest';
import { channelOf, fromDigits, greyPicture, PICTURE_NAMES, pictureOf, resized, toDigits } from './picture';

test.each(PICTURE_NAMES)('%s has n² greys at every side, and survives its digits', (name) => {
  for (const n of [5, 7, 32]) {
    const picture = pictureOf(name, n);
    expect(picture).toHaveLength(n * n);
    expect(fromDigits(toDigits(picture), n)).toEqual(picture);
  }
});

test('the letter is an F at 7×7: unlike its mirror image and itself upside down', () => {
  const rows = Array.from({ length: 7 }, (_, r) =>
    pictureOf('letter', 7)
      .slice(7 * r, 7 * r + 7)
      .map((v) => (v > 0.5 ? '#' : '.'))
      .join(''),
  );
  expect(rows).toEqual(['.......', '..###..', '..#....', '..##...', '..#....', '..#....', '.......']);
});

test('the channels are picture, mirror image, negative, and upside down', () => {
  const picture = [0, 0.25, 0.5, 1];
  expect([0, 1, 2, 3].map((c) => channelOf(picture, 2, c))).toEqual([
    [0, 0.25, 0.5, 1],
    [0.25, 0, 1, 0.5],
    [1, 0.75, 0.5, 0],
    [0.5, 1, 0, 0.25],
  ]);
});

test('a smaller side averages, a larger one repeats, and the same side changes nothing', () => {
  expect(resized([0, 1, 1, 0], 2, 1)).toEqual([0.5]);
  expect(resized([0.3], 1, 3)).toEqual(Array(9).fill(0.3));
  expect(resized(pictureOf('disc', 12), 12, 12)).toEqual(pictureOf('disc', 12));
});

test('colours become greys by Rec. 709: green is far brighter than blue', () => {
  const pixels = [255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255];
  const rgba = [0, 3, 6, 9].flatMap((at) => [...pixels.slice(at, at + 3), 255]);
  expect(greyPicture(rgba, 2)).toEqual([0.2, 0.7, 0.05, 1]);
  expect(greyPicture(rgba, 1)).toEqual([0.5]);
});

test.each(['', '000', '000l', '00000', '0 00'])('digits that spell no 2×2 picture are refused: "%s"', (digits) => {
  expect(fromDigits(digits, 2)).toBeNull();
});
