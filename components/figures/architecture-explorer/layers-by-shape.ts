type Symbolic = { shape: (number | null)[] };
type Config = {
  filters: number;
  kernelSize: number;
  strides: number;
  useBias: boolean;
  poolSize: number;
  units: number;
  padding: [[number, number], [number, number]];
};

/**
 * As much of tf.layers as exported code uses, in shapes alone: layers map shapes and count their trainable parameters. A second
 * opinion for tests on what the code builds, written after the library's documentation and not after `walk.ts`.
 */
export function layersByShape() {
  let parameters = 0;
  const layer = (to: (shape: number[]) => (number | null)[]) => ({
    apply: ({ shape }: Symbolic): Symbolic => ({ shape: [null, ...to(shape.slice(1) as number[])] }),
  });
  const merge = (to: (shapes: number[][]) => number[]) => () => ({
    apply: (all: Symbolic[]): Symbolic => ({
      shape: [null, ...to(all.map(({ shape }) => shape.slice(1) as number[]))],
    }),
  });
  const same = () => layer((shape) => shape);
  const valid = (side: number, window: number, strides: number) => {
    if (side < window) throw new Error(`a window of ${window} on ${side}`);
    return Math.floor((side - window) / strides) + 1;
  };
  const pool = ({ poolSize, strides }: Config) =>
    layer(([h = 0, w = 0, c = 0]) => [valid(h, poolSize, strides), valid(w, poolSize, strides), c]);

  class Layer {
    declare computeOutputShape: (shape: (number | null)[]) => (number | null)[];
    apply({ shape }: Symbolic): Symbolic {
      return { shape: this.computeOutputShape(shape) };
    }
  }
  return {
    input: ({ shape }: { shape: number[] }): Symbolic => ({ shape: [null, ...shape] }),
    model: ({ outputs }: { outputs: Symbolic }) => ({ shape: outputs.shape.slice(1), parameters }),
    layers: {
      Layer,
      activation: same,
      dropout: same,
      batchNormalization: () =>
        layer((shape) => {
          parameters += 2 * (shape.at(-1) ?? 0);
          return shape;
        }),
      zeroPadding2d: ({ padding: [rows, cols] }: Config) =>
        layer(([h = 0, w = 0, c = 0]) => [h + rows[0] + rows[1], w + cols[0] + cols[1], c]),
      conv2d: ({ filters, kernelSize, strides, useBias }: Config) =>
        layer(([h = 0, w = 0, c = 0]) => {
          parameters += kernelSize ** 2 * c * filters + (useBias ? filters : 0);
          return [valid(h, kernelSize, strides), valid(w, kernelSize, strides), filters];
        }),
      maxPooling2d: pool,
      averagePooling2d: pool,
      globalAveragePooling2d: () => layer(([, , c = 0]) => [c]),
      flatten: () => layer((shape) => [shape.reduce((product, side) => product * side, 1)]),
      dense: ({ units, useBias }: Config) =>
        layer((shape) => {
          if (shape.length !== 1) throw new Error('dense layers here take vectors');
          parameters += (shape[0] ?? 0) * units + (useBias ? units : 0);
          return [units];
        }),
      concatenate: merge((shapes) => {
        const [first = []] = shapes;
        if (shapes.some(([h, w]) => h !== first[0] || w !== first[1])) throw new Error('sides differ');
        return [...first.slice(0, 2), shapes.reduce((sum, [, , c = 0]) => sum + c, 0)];
      }),
      add: merge((shapes) => {
        if (shapes.some((shape) => String(shape) !== String(shapes[0]))) throw new Error('shapes differ');
        return shapes[0] ?? [];
      }),
    },
  };
}
