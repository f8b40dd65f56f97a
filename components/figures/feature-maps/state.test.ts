import { expect, test } from 'vitest';
import { LAYERS, SIZES } from './net';
import { EMPTY, imageOf, isOwn, mapsInitial, mapsUrl, nextExample, painted, withLayer } from './state';

test('what is looked at survives the way through the address, an own image too', () => {
  const own = painted({ shape: 'cross', seed: 7 }, [0, 17, 255], 0.85);
  for (const state of [
    mapsInitial,
    { ...mapsInitial, layer: 'conv2', map: 15, at: 63, from: 7 } as const,
    { ...mapsInitial, source: own, layer: 'logits', map: 3, at: 0 } as const,
  ])
    expect(mapsUrl.parse(mapsUrl.format(state))).toEqual(state);
});

test.each([
  '',
  'square;conv1;0,0,0',
  'square,0;conv1;0,0,0',
  'square,100;conv1;0,0,0',
  'star,1;conv1;0,0,0',
  'square,1;conv3;0,0,0',
  'square,1;conv1;8,0,0',
  'square,1;conv1;0,256,0',
  'square,1;conv1;0,0,1',
  'square,1;conv2;0,0,8',
  'square,1;conv1;0,,0',
  '0000;conv1;0,0,0',
])('nonsense in the address is not taken: %s', (text) => {
  expect(mapsUrl.parse(text)).toBeNull();
});

test('going through the layers stays at the same place of the image and never leaves a layer', () => {
  const start = { ...mapsInitial, at: 16 * 5 + 14, map: 6 };
  expect(withLayer(start, 'relu1')).toMatchObject({ at: 94, map: 6 });
  expect(withLayer(start, 'pool')).toMatchObject({ at: 8 * 2 + 7, map: 6 });
  expect(withLayer(withLayer(start, 'pool'), 'conv2')).toMatchObject({ at: 23, map: 0 });
  for (const from of LAYERS) {
    for (const to of LAYERS) {
      const last = { ...mapsInitial, layer: from, map: SIZES[from].maps - 1, at: SIZES[from].side ** 2 - 1, from: 0 };
      expect(mapsUrl.parse(mapsUrl.format(withLayer(last, to)))).not.toBeNull();
    }
  }
});

test('another example is another image of the same shape, and after the last seed comes the first', () => {
  const next = nextExample({ shape: 'disc', seed: 1 });
  expect(next).toEqual({ shape: 'disc', seed: 2 });
  expect(imageOf(next)).not.toEqual(imageOf({ shape: 'disc', seed: 1 }));
  expect(nextExample({ shape: 'disc', seed: 99 })).toEqual({ shape: 'disc', seed: 1 });
});

test('painting over an example makes it the reader’s own: the pixels painted, the rest as it was within 0 and 1', () => {
  const source = { shape: 'disc', seed: 1 } as const;
  const before = imageOf(source);
  const after = painted(source, [3], 0.5);
  expect(isOwn(after)).toBe(true);
  expect(after[3]).toBe(0.5);
  expect(Math.min(...before)).toBeLessThan(0);
  after.forEach((grey, i) => {
    if (i !== 3) expect(Math.abs(grey - Math.max(0, Math.min(1, before[i] as number)))).toBeLessThanOrEqual(0.0250001);
  });
  expect(painted(EMPTY, [], 1)).toEqual(EMPTY);
});
