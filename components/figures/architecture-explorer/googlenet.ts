import { type Layer, relu, type Stage, type Widen } from './layers';

/** Channels of an inception block: 1×1, 3×3 reduce, 3×3, 5×5 reduce, 5×5, projection of the pool. */
type Channels = readonly [number, number, number, number, number, number];

/** Table 1 of Szegedy et al. (arXiv:1409.4842). */
const BLOCKS: Record<string, Channels> = {
  '3a': [64, 96, 128, 16, 32, 32],
  '3b': [128, 128, 192, 32, 96, 64],
  '4a': [192, 96, 208, 16, 48, 64],
  '4b': [160, 112, 224, 24, 64, 64],
  '4c': [128, 128, 256, 24, 64, 64],
  '4d': [112, 144, 288, 32, 64, 64],
  '4e': [256, 160, 320, 32, 128, 128],
  '5a': [256, 160, 320, 32, 128, 128],
  '5b': [384, 192, 384, 48, 128, 128],
};

function inception(wide: Widen, name: string, channels: Channels): Layer {
  const [one, reduce3, three, reduce5, five, pooled] = channels.map((o) => wide(o)) as unknown as Channels;
  const conv = (k: number, o: number, part: string): Layer[] => [
    { t: 'conv', name: `${name} ${part}`, k, p: (k - 1) / 2, o },
    relu,
  ];
  return {
    t: 'branch',
    name: `${name} concat`,
    join: 'concat',
    b: [
      conv(1, one, '1×1'),
      [...conv(1, reduce3, '3×3 reduce'), ...conv(3, three, '3×3')],
      [...conv(1, reduce5, '5×5 reduce'), ...conv(5, five, '5×5')],
      [{ t: 'max', name: `${name} pool`, k: 3, s: 1, p: 1 }, ...conv(1, pooled, 'pool proj')],
    ],
  };
}

/** GoogLeNet without its auxiliary classifiers, with biases and without BN, as published. */
export function googLeNet(wide: Widen): Stage[] {
  const pool = (name: string): Layer => ({ t: 'max', name, k: 3, s: 2, ceil: true });
  const blocks = (stage: string) =>
    Object.entries(BLOCKS)
      .filter(([name]) => name.startsWith(stage))
      .map(([name, channels]) => inception(wide, name, channels));
  return [
    {
      name: 'conv1',
      layers: [
        { t: 'conv', name: 'conv1', k: 7, s: 2, p: 3, o: wide(64) },
        relu,
        pool('pool1'),
        { t: 'lrn', name: 'norm1' },
      ],
    },
    {
      name: 'conv2',
      layers: [
        { t: 'conv', name: 'conv2 reduce', k: 1, o: wide(64) },
        relu,
        { t: 'conv', name: 'conv2', k: 3, p: 1, o: wide(192) },
        relu,
        { t: 'lrn', name: 'norm2' },
        pool('pool2'),
      ],
    },
    { name: 'inception3', layers: [...blocks('3'), pool('pool3')] },
    { name: 'inception4', layers: [...blocks('4'), pool('pool4')] },
    { name: 'inception5', layers: blocks('5') },
    {
      name: 'fc',
      layers: [
        { t: 'gap', name: 'avg pool' },
        { t: 'dropout', rate: 0.4 },
        { t: 'fc', name: 'fc', o: 1000 },
        { t: 'softmax' },
      ],
    },
  ];
}
