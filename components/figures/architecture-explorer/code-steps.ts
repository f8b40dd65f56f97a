/**
 * Functions that the code of a net is made of, as text on tf.layers, in the order in which they are written out: each needs
 * those above it alone. A step makes new layers whenever it is called, so that it can be repeated.
 */
export const STEPS: readonly { name: string; text: string }[] = [
  {
    name: 'Compute',
    text: `/** A layer without weights; its output has the shape of its input, with \`channels\` channels where they are given. */
class Compute extends tf.layers.Layer {
  static readonly className = 'Compute';

  constructor(
    private readonly f: (x: tf.Tensor4D) => tf.Tensor,
    private readonly channels?: number,
  ) {
    super({});
  }

  override computeOutputShape(shape: tf.Shape): tf.Shape {
    return this.channels === undefined ? shape : [...shape.slice(0, -1), this.channels];
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => this.f((Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor4D));
  }
}`,
  },
  {
    name: 'step',
    text: `const step =
  (make: () => tf.layers.Layer): Step =>
  (x) =>
    make().apply(x) as tf.SymbolicTensor;`,
  },
  {
    name: 'run',
    text: `const run =
  (steps: readonly Step[]): Step =>
  (x) =>
    steps.reduce((y, next) => next(y), x);`,
  },
  {
    name: 'times',
    text: `const times = (count: number, steps: readonly Step[]) => Array.from({ length: count }, () => steps).flat();`,
  },
  {
    name: 'act',
    text: `const act = (activation: 'relu' | 'tanh' | 'softmax') => step(() => tf.layers.activation({ activation }));`,
  },
  {
    name: 'dropout',
    text: `const dropout = (rate: number) => step(() => tf.layers.dropout({ rate }));`,
  },
  {
    name: 'norm',
    text: `const norm = () => step(() => tf.layers.batchNormalization({ epsilon: 1e-5 }));`,
  },
  {
    name: 'lrn',
    text: `/** Local response normalization over 5 channels. */
const lrn = () => step(() => new Compute((x) => tf.localResponseNormalization(x, 2, 2, 1e-4, 0.75)));`,
  },
  {
    name: 'slice',
    text: `const slice = (from: number, channels: number) =>
  step(() => new Compute((x) => tf.slice(x, [0, 0, 0, from], [-1, -1, -1, channels]), channels));`,
  },
  {
    name: 'zeros',
    text: `/** Zeros around a feature map: \`before\` at the top and the left, \`after\` at the bottom and the right. */
const zeros = (before: number, after = before): Step =>
  before + after === 0
    ? (x) => x
    : step(() =>
        tf.layers.zeroPadding2d({
          padding: [
            [before, after],
            [before, after],
          ],
        }),
      );`,
  },
  {
    name: 'conv',
    text: `/** A convolution; one that is followed by batch normalization has no bias. */
function conv(
  filters: number,
  kernelSize: number,
  options: { strides?: number; pad?: number; bn?: boolean; useBias?: boolean } = {},
): Step {
  const { strides = 1, pad = 0, bn = false, useBias = !bn } = options;
  const convolve = step(() => tf.layers.conv2d({ filters, kernelSize, strides, useBias }));
  return run([zeros(pad), convolve, ...(bn ? [norm()] : [])]);
}`,
  },
  {
    name: 'grouped',
    text: `/** A convolution in groups, each of which reads its share of the channels. */
const grouped =
  (groups: number, filters: number, kernelSize: number, options: Parameters<typeof conv>[2]): Step =>
  (x) => {
    const share = (x.shape[3] as number) / groups;
    const parts = Array.from({ length: groups }, (_, g) =>
      run([slice(g * share, share), conv(filters / groups, kernelSize, options)])(x),
    );
    return tf.layers.concatenate().apply(parts) as tf.SymbolicTensor;
  };`,
  },
  {
    name: 'maxPool',
    text: `/** Max pooling; all that it gets is at least 0, so that padding with zeros changes no maximum. */
const maxPool = (poolSize: number, strides: number, pad = 0) =>
  run([zeros(pad), step(() => tf.layers.maxPooling2d({ poolSize, strides }))]);`,
  },
  {
    name: 'maxPoolCeil',
    text: `/** Max pooling whose last window may reach over the edge; all that it gets is at least 0. */
const maxPoolCeil =
  (poolSize: number, strides: number): Step =>
  (x) => {
    const side = x.shape[1] as number;
    const over = Math.max(0, Math.ceil((side - poolSize) / strides) * strides + poolSize - side);
    return run([zeros(0, over), step(() => tf.layers.maxPooling2d({ poolSize, strides }))])(x);
  };`,
  },
  {
    name: 'avgPool',
    text: `const avgPool = (poolSize: number, strides: number) =>
  step(() => tf.layers.averagePooling2d({ poolSize, strides }));`,
  },
  {
    name: 'globalAvgPool',
    text: `const globalAvgPool = () => step(() => tf.layers.globalAveragePooling2d({}));`,
  },
  {
    name: 'dense',
    text: `const dense =
  (units: number, useBias = true): Step =>
  (x) => {
    const flat = x.shape.length > 2 ? step(() => tf.layers.flatten())(x) : x;
    return step(() => tf.layers.dense({ units, useBias }))(flat);
  };`,
  },
  {
    name: 'branch',
    text: `/** Branches from one feature map, joined again; an empty branch is the identity. */
const branch =
  (join: 'add' | 'concatenate', ...branches: Step[][]): Step =>
  (x) =>
    tf.layers[join]().apply(branches.map((steps) => run(steps)(x))) as tf.SymbolicTensor;`,
  },
];
