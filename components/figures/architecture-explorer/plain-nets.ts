import { type Layer, relu, type Stage, type Widen } from './layers';

const tanh: Layer = { t: 'tanh' };
const softmax: Layer = { t: 'softmax' };
const half: Layer = { t: 'dropout', rate: 0.5 };

/**
 * LeNet-5 (LeCun et al., Proc. IEEE 1998) as it is built today: C3 reads all six maps, pooling has no parameters, and softmax
 * stands for the radial basis functions.
 */
export const leNet = (wide: Widen): Stage[] => [
  {
    name: 'C1–S2',
    layers: [{ t: 'conv', name: 'C1', k: 5, o: wide(6) }, tanh, { t: 'avg', name: 'S2', k: 2, s: 2 }],
  },
  {
    name: 'C3–S4',
    layers: [{ t: 'conv', name: 'C3', k: 5, o: wide(16) }, tanh, { t: 'avg', name: 'S4', k: 2, s: 2 }],
  },
  { name: 'C5', layers: [{ t: 'fc', name: 'C5', o: wide(120) }, tanh] },
  { name: 'F6', layers: [{ t: 'fc', name: 'F6', o: wide(84) }, tanh] },
  { name: 'output', layers: [{ t: 'fc', name: 'output', o: 10 }, softmax] },
];

/** AlexNet (Krizhevsky, Sutskever and Hinton, NeurIPS 2012): `g` is 2 for its two GPUs, 1 for a single column. */
export function alexNet(wide: Widen, g: 1 | 2): Stage[] {
  const o = (channels: number) => wide(channels, 2);
  const pool = (name: string): Layer => ({ t: 'max', name, k: 3, s: 2 });
  return [
    {
      name: 'conv1',
      layers: [{ t: 'conv', name: 'conv1', k: 11, s: 4, o: o(96) }, relu, { t: 'lrn', name: 'norm1' }, pool('pool1')],
    },
    {
      name: 'conv2',
      layers: [
        { t: 'conv', name: 'conv2', k: 5, p: 2, g, o: o(256) },
        relu,
        { t: 'lrn', name: 'norm2' },
        pool('pool2'),
      ],
    },
    { name: 'conv3', layers: [{ t: 'conv', name: 'conv3', k: 3, p: 1, o: o(384) }, relu] },
    { name: 'conv4', layers: [{ t: 'conv', name: 'conv4', k: 3, p: 1, g, o: o(384) }, relu] },
    { name: 'conv5', layers: [{ t: 'conv', name: 'conv5', k: 3, p: 1, g, o: o(256) }, relu, pool('pool5')] },
    { name: 'fc6–8', layers: dense(wide) },
  ];
}

/** The three dense layers that AlexNet and VGG end with. */
const dense = (wide: Widen): Layer[] => [
  { t: 'fc', name: 'fc6', o: wide(4096) },
  relu,
  half,
  { t: 'fc', name: 'fc7', o: wide(4096) },
  relu,
  half,
  { t: 'fc', name: 'fc8', o: 1000 },
  softmax,
];

/** Convolutions per block of VGG's configurations A, B, D and E (Simonyan and Zisserman, arXiv:1409.1556, table 1). */
const VGG_BLOCKS = { 11: [1, 1, 2, 2, 2], 13: [2, 2, 2, 2, 2], 16: [2, 2, 3, 3, 3], 19: [2, 2, 4, 4, 4] };

export function vgg(wide: Widen, depth: keyof typeof VGG_BLOCKS): Stage[] {
  const blocks = VGG_BLOCKS[depth].map((count, index): Stage => {
    const [block, o] = [index + 1, wide(Math.min(512, 64 * 2 ** index))];
    const convs = Array.from({ length: count }, (_, i): Layer[] => [
      { t: 'conv', name: `conv${block}_${i + 1}`, k: 3, p: 1, o },
      relu,
    ]);
    return { name: `conv${block}`, layers: [...convs.flat(), { t: 'max', name: `pool${block}`, k: 2, s: 2 }] };
  });
  return [...blocks, { name: 'fc6–8', layers: dense(wide) }];
}
