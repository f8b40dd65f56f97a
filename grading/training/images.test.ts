import { expect, test } from 'vitest';
import { CLASSES, JUDGE_BY, LEARN_FROM, makeImages, SIDE } from './images';

const AREA = SIDE * SIDE;
const countsOf = (labels: Int32Array) => CLASSES.map((_, k) => labels.filter((label) => label === k).length);

test('there are as many images of each class as of any other', () => {
  expect(countsOf(makeImages(200, 1).labels)).toEqual(CLASSES.map(() => 20));
  const uneven = countsOf(makeImages(23, 1).labels);
  expect(Math.max(...uneven) - Math.min(...uneven)).toBe(1);
});

test('a seed is a set, and another seed is another', () => {
  expect(makeImages(30, 7)).toEqual(makeImages(30, 7));
  expect(makeImages(30, 7).pixels).not.toEqual(makeImages(30, 8).pixels);
  expect(makeImages(10, LEARN_FROM).pixels).not.toEqual(makeImages(10, JUDGE_BY).pixels);
});

test('a smaller set is the beginning of a larger one', () => {
  expect(makeImages(40, 3).pixels.subarray(0, 10 * AREA)).toEqual(makeImages(10, 3).pixels);
});

test('pixels are finite, and as often light as dark', () => {
  const { pixels } = makeImages(400, 5);
  const mean = pixels.reduce((sum, value) => sum + value, 0) / pixels.length;
  expect(pixels.every((value) => Math.abs(value) < 2.5)).toBe(true);
  expect(Math.abs(mean)).toBeLessThan(0.05);
});

/** Softmax regression on raw pixels by gradient descent in doubles; its share of right answers on other images. */
function linearAccuracy(): number {
  const [learned, judged] = [makeImages(400, LEARN_FROM), makeImages(200, JUDGE_BY)];
  const weights = new Float64Array(AREA * 10);
  const logitsOf = (pixels: Float32Array, image: number) => {
    const logits = new Float64Array(10);
    for (let at = 0; at < AREA; at++) {
      const pixel = pixels[image * AREA + at] as number;
      for (let k = 0; k < 10; k++) logits[k] = (logits[k] as number) + pixel * (weights[at * 10 + k] as number);
    }
    return logits;
  };
  for (let epoch = 0; epoch < 20; epoch++) {
    for (const [image, label] of learned.labels.entries()) {
      const logits = logitsOf(learned.pixels, image);
      const top = Math.max(...logits);
      const powers = logits.map((logit) => Math.exp(logit - top));
      const total = powers.reduce((sum, power) => sum + power, 0);
      for (let k = 0; k < 10; k++) {
        const error = (powers[k] as number) / total - (k === label ? 1 : 0);
        for (let at = 0; at < AREA; at++) {
          const pixel = learned.pixels[image * AREA + at] as number;
          weights[at * 10 + k] = (weights[at * 10 + k] as number) - 0.01 * error * pixel;
        }
      }
    }
  }
  const right = judged.labels.filter((label, image) => {
    const logits = logitsOf(judged.pixels, image);
    return logits.indexOf(Math.max(...logits)) === label;
  });
  return right.length / judged.labels.length;
}

test('a linear model of the pixels does hardly better than chance', () => {
  // The small ResNet tells 66 to 76 % of them rightly after 40 steps (docs/studies/training.json).
  expect(linearAccuracy()).toBeLessThan(0.35);
});
