import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { type BoundaryConfig, boundaryInitial } from './config';
import { initialLayers, logitsAt } from './net';
import { packPoints } from './own-points';
import { gridPoints, isAffine } from './plane';
import { createTrainer } from './trainer';
import { splitUnits, unitsOf } from './units';

const CELLS = 12;
let trainer: ReturnType<typeof createTrainer> | null = null;

async function trained(config: Partial<BoundaryConfig>, steps: number) {
  trainer = createTrainer({ ...boundaryInitial, ...config }, CELLS);
  trainer.advance(steps);
  return trainer.snapshot();
}

beforeAll(async () => {
  await tf.setBackend('cpu');
});

afterEach(() => {
  trainer?.dispose();
  trainer = null;
});

test('before the first step the trainer and the drawing of the first frame agree', async () => {
  const config = { ...boundaryInitial, depth: 2, activation: 'relu' as const };
  const { grid } = await trained(config, 0);
  const drawn = logitsAt(initialLayers(config), config.activation, gridPoints(CELLS));
  expect(Math.max(...grid.map((z, i) => Math.abs(z - (drawn[i] as number))))).toBeLessThan(1e-5);
});

test('what the hidden units give is what the drawing of the first frame shows, unit by unit', async () => {
  const config = { ...boundaryInitial, depth: 2, width: 3, activation: 'relu' as const };
  const live = splitUnits((await trained(config, 0)).units, config);
  const drawn = unitsOf(initialLayers(config), config.activation);
  expect(live.map((layer) => layer.length)).toEqual([3, 3]);
  for (const [layer, maps] of drawn.entries()) {
    for (const [unit, { values, most }] of maps.entries()) {
      const map = live[layer]?.[unit];
      expect(map?.most).toBeCloseTo(most, 5);
      expect(Math.max(...values.map((value, i) => Math.abs(value - (map?.values[i] as number))))).toBeLessThan(1e-5);
    }
  }
});

test('a net without hidden layers has no units, and one on own points learns them', async () => {
  const own = packPoints([
    { x: -0.5, y: 0.2, label: 0 },
    { x: 0.5, y: 0.1, label: 1 },
    { x: 0.7, y: -0.4, label: 1 },
  ]);
  const { accuracy, loss, units } = await trained({ dataset: 'own', own, depth: 0, rate: 1 }, 200);
  expect(units).toHaveLength(0);
  expect(accuracy).toBe(1);
  expect(loss).toBeLessThan(0.1);
});

test.each([1, 2, 3])(
  'identity activation never separates XOR and stays affine with %d hidden layers',
  async (depth) => {
    const { grid, accuracy } = await trained({ depth, activation: 'identity', rate: 0.1 }, 150);
    expect(isAffine(grid, CELLS)).toBe(true);
    expect(accuracy).toBeLessThan(0.8);
  },
);

test.each(['relu', 'tanh'] as const)(
  'one hidden layer with %s separates XOR with a bent boundary',
  async (activation) => {
    const { grid, accuracy } = await trained({ activation, rate: 0.3 }, 400);
    expect(accuracy).toBeGreaterThan(0.97);
    expect(isAffine(grid, CELLS)).toBe(false);
  },
);

test('the circles are learned', async () => {
  expect((await trained({ dataset: 'circles', rate: 1 }, 400)).accuracy).toBeGreaterThan(0.97);
});

test('a rate that is small enough makes the loss fall', async () => {
  const before = await trained({}, 0);
  trainer?.advance(50);
  expect((await trainer?.snapshot())?.loss).toBeLessThan(before.loss);
});

test('training keeps no tensors', async () => {
  await trained({}, 1);
  const held = tf.memory().numTensors;
  trainer?.advance(5);
  await trainer?.snapshot();
  expect(tf.memory().numTensors).toBe(held);
});
