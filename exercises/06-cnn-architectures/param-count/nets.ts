export type Shape = [number, number, number];
export type Layer =
  | { t: 'conv'; k: number; o: number; s?: number; p?: number; g?: number; bias?: boolean; bn?: boolean }
  | { t: 'pool'; k: number; s: number; p?: number; ceil?: boolean }
  | { t: 'gap' }
  | { t: 'bn' }
  | { t: 'relu' }
  | { t: 'fc'; o: number; bias?: boolean }
  | { t: 'branch'; b: Layer[][]; join: 'concat' | 'add' };

type ConvOptions = Omit<Extract<Layer, { t: 'conv' }>, 't' | 'k' | 'o'>;
const conv = (k: number, o: number, options: ConvOptions = {}): Layer => ({ t: 'conv', k, o, ...options });
const fc = (o: number): Layer => ({ t: 'fc', o });
const relu: Layer = { t: 'relu' };
const bn: Layer = { t: 'bn' };
const gap: Layer = { t: 'gap' };
const halve: Layer = { t: 'pool', k: 2, s: 2 };
const overlapping: Layer = { t: 'pool', k: 3, s: 2 };

/** LeCun and others 1998, with C3 fully connected; input 32 × 32 × 1. */
export const LENET_5: Layer[] = [conv(5, 6), halve, conv(5, 16), halve, fc(120), relu, fc(84), relu, fc(10)];

/** Krizhevsky and others 2012, in two groups; input 227 × 227 × 3. */
export const ALEXNET: Layer[] = [
  ...[conv(11, 96, { s: 4 }), relu, overlapping],
  ...[conv(5, 256, { p: 2, g: 2 }), relu, overlapping],
  ...[
    conv(3, 384, { p: 1 }),
    relu,
    conv(3, 384, { p: 1, g: 2 }),
    relu,
    conv(3, 256, { p: 1, g: 2 }),
    relu,
    overlapping,
  ],
  ...[fc(4096), relu, fc(4096), relu, fc(1000)],
];

/** Simonyan and Zisserman 2014: so many 3×3 convolutions per block; input 224 × 224 × 3. */
export const vgg = (...depths: number[]): Layer[] => [
  ...depths.flatMap((depth, i) => [
    ...Array.from({ length: depth }, () => [conv(3, Math.min(64 * 2 ** i, 512), { p: 1 }), relu]).flat(),
    halve,
  ]),
  ...[fc(4096), relu, fc(4096), relu, fc(1000)],
];

const inception = (b1: number, b3r: number, b3: number, b5r: number, b5: number, pp: number): Layer => ({
  t: 'branch',
  b: [
    [conv(1, b1), relu],
    [conv(1, b3r), relu, conv(3, b3, { p: 1 }), relu],
    [conv(1, b5r), relu, conv(5, b5, { p: 2 }), relu],
    [{ t: 'pool', k: 3, s: 1, p: 1 }, conv(1, pp), relu],
  ],
  join: 'concat',
});
const shrink: Layer = { t: 'pool', k: 3, s: 2, ceil: true };

/** Szegedy and others 2014, without auxiliary heads; input 224 × 224 × 3. */
export const GOOGLENET: Layer[] = [
  ...[conv(7, 64, { s: 2, p: 3 }), relu, shrink, conv(1, 64), relu, conv(3, 192, { p: 1 }), relu, shrink],
  ...[inception(64, 96, 128, 16, 32, 32), inception(128, 128, 192, 32, 96, 64), shrink],
  ...[inception(192, 96, 208, 16, 48, 64), inception(160, 112, 224, 24, 64, 64)],
  ...[inception(128, 128, 256, 24, 64, 64), inception(112, 144, 288, 32, 64, 64)],
  ...[inception(256, 160, 320, 32, 128, 128), shrink],
  ...[inception(256, 160, 320, 32, 128, 128), inception(384, 192, 384, 48, 128, 128)],
  ...[gap, fc(1000)],
];

const bottleneck = (width: number, s: number, project: boolean, first: boolean): Layer[] => [
  {
    t: 'branch',
    b: [
      [
        ...[conv(1, width, { bn: true, s: first ? s : 1 }), relu],
        ...[conv(3, width, { bn: true, p: 1, s: first ? 1 : s }), relu, conv(1, 4 * width, { bn: true })],
      ],
      project ? [conv(1, 4 * width, { bn: true, s })] : [],
    ],
    join: 'add',
  },
  relu,
];

/** He and others 2015, with the stride in the first 1×1 convolution or in the 3×3; input 224 × 224 × 3. */
export const resnet50 = (first: boolean): Layer[] => [
  ...[conv(7, 64, { s: 2, p: 3, bn: true }), relu, { t: 'pool', k: 3, s: 2, p: 1 } as Layer],
  ...[3, 4, 6, 3].flatMap((depth, stage) =>
    Array.from({ length: depth }, (_, i) =>
      bottleneck(64 * 2 ** stage, i === 0 && stage > 0 ? 2 : 1, i === 0, first),
    ).flat(),
  ),
  ...[gap, fc(1000)],
];

const dense: Layer = {
  t: 'branch',
  b: [[], [bn, relu, conv(1, 128, { bias: false }), bn, relu, conv(3, 32, { p: 1, bias: false })]],
  join: 'concat',
};
const transition = (o: number): Layer[] => [bn, relu, conv(1, o, { bias: false }), halve];

/** Huang and others 2016; input 224 × 224 × 3. */
export const DENSENET_121: Layer[] = [
  ...[conv(7, 64, { s: 2, p: 3, bn: true }), relu, { t: 'pool', k: 3, s: 2, p: 1 } as Layer],
  ...[...Array(6).fill(dense), ...transition(128)],
  ...[...Array(12).fill(dense), ...transition(256)],
  ...[...Array(24).fill(dense), ...transition(512)],
  ...[...Array(16).fill(dense), bn, relu, gap, fc(1000)],
];
