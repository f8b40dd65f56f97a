import { type Layer, relu, type Stage, type Widen } from './layers';

/** Blocks per stage of He et al. (arXiv:1512.03385, table 1), and whether they are bottlenecks. */
const DEPTHS = {
  18: { blocks: [2, 2, 2, 2], bottleneck: false },
  34: { blocks: [3, 4, 6, 3], bottleneck: false },
  50: { blocks: [3, 4, 6, 3], bottleneck: true },
  101: { blocks: [3, 4, 23, 3], bottleneck: true },
  152: { blocks: [3, 8, 36, 3], bottleneck: true },
};

/** Where a bottleneck that halves the side has its stride: v1 (the paper) in the first 1×1, v1.5 in the 3×3. */
type Version = 'v1' | 'v1.5';

export function resNet(wide: Widen, depth: keyof typeof DEPTHS, version: Version): Stage[] {
  const { blocks, bottleneck } = DEPTHS[depth];

  /** y = ReLU(F(x) + x), with a 1×1 projection of x where its shape changes. */
  const residual = (name: string, width: number, s: number, changes: boolean): Layer[] => {
    const conv = (part: string, k: number, o: number, stride = 1): Layer => ({
      t: 'conv',
      name: `${name} ${part}`,
      k,
      s: stride,
      p: (k - 1) / 2,
      o: wide(o),
      bn: true,
    });
    const [first, second] = version === 'v1' ? [s, 1] : [1, s];
    const body = bottleneck
      ? [conv('a', 1, width, first), relu, conv('b', 3, width, second), relu, conv('c', 1, 4 * width)]
      : [conv('a', 3, width, s), relu, conv('b', 3, width)];
    const shortcut = changes ? [conv('shortcut', 1, bottleneck ? 4 * width : width, s)] : [];
    return [{ t: 'branch', name: `${name} add`, join: 'add', b: [body, shortcut] }, relu];
  };

  const stages = blocks.map((count, index): Stage => {
    const name = `conv${index + 2}`;
    const layers = Array.from({ length: count }, (_, i) => {
      const s = i === 0 && index > 0 ? 2 : 1;
      return residual(`${name}_${i + 1}`, 64 * 2 ** index, s, i === 0 && (bottleneck || index > 0));
    }).flat();
    return {
      name: `${name}_x`,
      layers: index === 0 ? [{ t: 'max', name: 'pool1', k: 3, s: 2, p: 1 }, ...layers] : layers,
    };
  });
  return [
    { name: 'conv1', layers: [{ t: 'conv', name: 'conv1', k: 7, s: 2, p: 3, o: wide(64), bn: true }, relu] },
    ...stages,
    { name: 'fc', layers: [{ t: 'gap', name: 'avg pool' }, { t: 'fc', name: 'fc', o: 1000 }, { t: 'softmax' }] },
  ];
}
