import { type Layer, relu, type Stage, type Widen } from './layers';

/** Layers per dense block of Huang et al. (arXiv:1608.06993, table 1). */
const DEPTHS = { 121: [6, 12, 24, 16], 169: [6, 12, 32, 32], 201: [6, 12, 48, 32] };

/** DenseNet-BC: bottlenecks of four times the growth rate, transitions that halve the channels. */
export function denseNet(wide: Widen, depth: keyof typeof DEPTHS): Stage[] {
  const growth = wide(32);
  let channels = 2 * growth;

  /** BN, ReLU, 1×1, BN, ReLU, 3×3; the result is appended to all that came in. */
  const layer = (name: string): Layer => ({
    t: 'branch',
    name: `${name} concat`,
    join: 'concat',
    b: [
      [],
      [
        { t: 'bn', name: `${name} bn1` },
        relu,
        { t: 'conv', name: `${name} 1×1`, k: 1, o: 4 * growth, bn: true },
        relu,
        { t: 'conv', name: `${name} 3×3`, k: 3, p: 1, o: growth, bias: false },
      ],
    ],
  });

  const stages = DEPTHS[depth].flatMap((count, index): Stage[] => {
    const block = index + 1;
    const layers = Array.from({ length: count }, (_, i) => layer(`dense${block}_${i + 1}`));
    channels += count * growth;
    if (block === DEPTHS[depth].length) return [{ name: `dense${block}`, layers }];
    channels = Math.floor(channels / 2);
    return [
      { name: `dense${block}`, layers },
      {
        name: `trans${block}`,
        layers: [
          { t: 'bn', name: `trans${block} bn` },
          relu,
          { t: 'conv', name: `trans${block} 1×1`, k: 1, o: channels, bias: false },
          { t: 'avg', name: `trans${block} pool`, k: 2, s: 2 },
        ],
      },
    ];
  });
  return [
    {
      name: 'conv1',
      layers: [
        { t: 'conv', name: 'conv1', k: 7, s: 2, p: 3, o: 2 * growth, bn: true },
        relu,
        { t: 'max', name: 'pool1', k: 3, s: 2, p: 1 },
      ],
    },
    ...stages,
    {
      name: 'fc',
      layers: [
        { t: 'bn', name: 'bn' },
        relu,
        { t: 'gap', name: 'avg pool' },
        { t: 'fc', name: 'fc', o: 1000 },
        { t: 'softmax' },
      ],
    },
  ];
}
