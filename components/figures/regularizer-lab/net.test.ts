import { expect, test } from 'vitest';
import { mulberry32, normal } from '../rng';
import { makeData } from './data';
import { createNet, type Inside, intoRunning, type Layer, logitsAt, lossAndGradients, type Net } from './net';

const { train } = makeData(1);
const points = Float64Array.from(train.points.slice(0, 24));
const targets = train.labels.slice(0, 12).map((label) => 0.9 * label + 0.05);

/** A net whose γ, β and biases are not at their starting values. */
function shaken(): Net {
  const gauss = normal(mulberry32(5));
  const { layers, running } = createNet(3);
  const shift = (values: Float64Array) => values.map((value) => value + 0.2 * gauss());
  return {
    running,
    layers: layers.map(({ w, b, gamma, beta }) => ({ w, b: shift(b), gamma: shift(gamma), beta: shift(beta) })),
  };
}

const settings: [string, Inside][] = [
  ['nothing', { dropout: 0, batchNorm: false, penalty: 0 }],
  ['a penalty', { dropout: 0, batchNorm: false, penalty: 0.3 }],
  ['dropout', { dropout: 0.4, batchNorm: false, penalty: 0 }],
  ['batch norm', { dropout: 0, batchNorm: true, penalty: 0 }],
  ['all three', { dropout: 0.4, batchNorm: true, penalty: 0.3 }],
];

test.each(settings)('with %s the gradients are the central differences of the loss', (_, inside) => {
  const net = shaken();
  const at = (layers: Layer[]) => lossAndGradients({ ...net, layers }, points, targets, inside, mulberry32(11));
  const { gradients } = at(net.layers);
  const h = 1e-6;
  for (const [index, part, i] of [
    [0, 'w', 5],
    [0, 'w', 40],
    [1, 'w', 700],
    [1, 'b', 3],
    [2, 'w', 9],
    [2, 'b', 0],
    [0, 'gamma', 7],
    [1, 'beta', 20],
  ] as const) {
    const moved = (by: number) =>
      net.layers.map((layer, l) =>
        l === index ? { ...layer, [part]: layer[part].map((value, k) => (k === i ? value + by : value)) } : layer,
      );
    const slope = (at(moved(h)).loss - at(moved(-h)).loss) / (2 * h);
    expect(gradients[index]?.[part][i]).toBeCloseTo(slope, 6);
  }
});

test('batch statistics reach the running ones by a tenth a step, the variance unbiased', () => {
  const net = shaken();
  const inside = { dropout: 0, batchNorm: true, penalty: 0 };
  const { statistics } = lossAndGradients(net, points, targets, inside, mulberry32(1));
  const [first] = intoRunning(net.running, statistics, 12);
  expect(first?.mean[4]).toBeCloseTo(0.1 * (statistics[0]?.mean[4] as number), 12);
  expect(first?.variance[4]).toBeCloseTo(0.9 + (0.1 * 12 * (statistics[0]?.variance[4] as number)) / 11, 12);
});

test('in evaluation an example’s logit does not depend on its neighbours', () => {
  const alone = logitsAt(shaken(), points.slice(0, 2), true);
  expect(logitsAt(shaken(), points, true)[0]).toBe(alone[0]);
});
