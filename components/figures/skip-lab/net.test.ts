import { expect, test } from 'vitest';
import { mulberry32, normal } from '../rng';
import { createNet, gradientNorm, lossAndGradients, type Net, outputsAt, WIDTH } from './net';

const inputs = Float64Array.from([-0.9, -0.4, 0.3, 0.8]);
const targets = Float64Array.from([0.2, -1, 0.5, 0.1]);

/** A net whose biases are not at their starting values, so that no unit stands at its kink. */
function shaken(depth: number, skip: boolean): Net {
  const gauss = normal(mulberry32(5));
  const { layers } = createNet(depth, skip, 3);
  return { skip, layers: layers.map(({ w, b }) => ({ w, b: b.map(() => 0.3 * gauss()) })) };
}

test.each([
  [2, false],
  [6, false],
  [4, true],
  [8, true],
])('%d layers, skip %s: the gradients are the central differences of the loss', (depth, skip) => {
  const net = shaken(depth, skip);
  const { gradients } = lossAndGradients(net, inputs, targets);
  const h = 1e-6;
  net.layers.forEach((layer, index) => {
    for (const part of ['w', 'b'] as const) {
      for (const i of [0, layer[part].length >> 1]) {
        const loss = (by: number) => {
          const values = layer[part].map((value, k) => (k === i ? value + by : value));
          return lossAndGradients(
            { skip, layers: net.layers.with(index, { ...layer, [part]: values }) },
            inputs,
            targets,
          ).loss;
        };
        expect(gradients[index]?.[part][i]).toBeCloseTo((loss(h) - loss(-h)) / (2 * h), 6);
      }
    }
  });
});

test('two layers have no block, so skip changes nothing', () => {
  expect(createNet(2, true, 7).layers).toEqual(createNet(2, false, 7).layers);
  expect(outputsAt(createNet(2, true, 7), inputs)).toEqual(outputsAt(createNet(2, false, 7), inputs));
});

test('a block whose layers are 0 hands its input on with skip, and nothing without', () => {
  const shallow = createNet(2, true, 7);
  const [first, last] = shallow.layers as [Net['layers'][number], Net['layers'][number]];
  const nothing = { w: new Float64Array(WIDTH * WIDTH), b: new Float64Array(WIDTH) };
  const layers = [first, nothing, nothing, last];
  expect(outputsAt({ layers, skip: true }, inputs)).toEqual(outputsAt(shallow, inputs));
  expect(outputsAt({ layers, skip: false }, inputs)).toEqual(new Float64Array(4));
});

test('skip adds no parameters, and with one block the weights are the same', () => {
  expect(createNet(4, true, 2).layers).toEqual(createNet(4, false, 2).layers);
  const count = ({ layers }: Net) => layers.reduce((sum, { w, b }) => sum + w.length + b.length, 0);
  expect(count(createNet(40, true, 2))).toBe(count(createNet(40, false, 2)));
});

test('hidden weights have the variance 2 / fanIn of He', () => {
  const { layers } = createNet(60, false, 4);
  const values = layers.slice(1, -1).flatMap(({ w }) => Array.from(w));
  const variance = values.reduce((sum, value) => sum + value * value, 0) / values.length;
  expect(variance).toBeCloseTo(2 / WIDTH, 2);
});

test('the norm of a gradient is the length of all its numbers together', () => {
  expect(gradientNorm({ w: Float64Array.from([2, 4]), b: Float64Array.from([4]) })).toBe(6);
});
