import { placeOf } from '../cells';
import { windowOf } from '../conv-stepper/geometry';
import { IMAGE_SIDE } from './shapes';
import trained from './weights.json';

/** The layers in the order in which an image goes through them. */
export const LAYERS = ['input', 'conv1', 'relu1', 'pool', 'conv2', 'relu2', 'gap', 'logits'] as const;
export type Layer = (typeof LAYERS)[number];

/** Side of a layer's maps, and how many there are. */
export const SIZES: Record<Layer, { side: number; maps: number }> = {
  input: { side: IMAGE_SIDE, maps: 1 },
  conv1: { side: IMAGE_SIDE, maps: 8 },
  relu1: { side: IMAGE_SIDE, maps: 8 },
  pool: { side: IMAGE_SIDE / 2, maps: 8 },
  conv2: { side: IMAGE_SIDE / 2, maps: 16 },
  relu2: { side: IMAGE_SIDE / 2, maps: 16 },
  gap: { side: 1, maps: 16 },
  logits: { side: 1, maps: 4 },
};

/** The layer that a layer reads; the input reads none. */
export const layerBefore = (layer: Layer): Layer => LAYERS[Math.max(0, LAYERS.indexOf(layer) - 1)] as Layer;

/** Weights as the tensor library lays them out, [3, 3, in, out] for convolutions and [16, 4] for the dense layer, and biases. */
const WEIGHTS = {
  conv1: { w: trained.w1, b: trained.b1 },
  conv2: { w: trained.w2, b: trained.b2 },
  logits: { w: trained.w3, b: trained.b3 },
};

/** How many of the test images, drawn from another seed than those of training, this very net puts into the right class. */
export const TEST = trained.test;

/** What every layer gives for one image: its maps, each row-major. */
export type Activations = Record<Layer, readonly (readonly number[])[]>;

export type Convolution = 'conv1' | 'conv2';
export const isConvolution = (layer: Layer): layer is Convolution => layer === 'conv1' || layer === 'conv2';

/** The input of a convolution: kernel 3×3, stride 1, padding 1. */
export const geometryOf = (layer: Convolution) => ({ n: SIZES[layer].side, k: 3, s: 1, p: 1, d: 1 });

export const biasOf = (layer: Convolution | 'logits', map: number) => WEIGHTS[layer].b[map] as number;

/** A product of a sum: a weight and what it is multiplied with, which is 0 in the padding. */
export type Term = { weight: number; value: number; outside: boolean };

const productsOf = (terms: readonly Term[]) => terms.reduce((sum, { weight, value }) => sum + weight * value, 0);

/** What one element of a convolution reads of one channel of its input: nine products in the order of the kernel, and their sum. */
export function channelTerms(
  layer: Convolution,
  input: readonly number[],
  channel: number,
  map: number,
  at: number,
): { terms: Term[]; sum: number } {
  const { w, b } = WEIGHTS[layer];
  const channels = w.length / (9 * b.length);
  const terms = windowOf(geometryOf(layer), at).map((place, tap) => ({
    weight: w[(tap * channels + channel) * b.length + map] as number,
    value: place < 0 ? 0 : (input[place] as number),
    outside: place < 0,
  }));
  return { terms, sum: productsOf(terms) };
}

/** What one logit reads: a product for each of the averages. */
export function logitTerms(averages: readonly number[], map: number): { terms: Term[]; sum: number } {
  const { w, b } = WEIGHTS.logits;
  const terms = averages.map((value, c) => ({ weight: w[c * b.length + map] as number, value, outside: false }));
  return { terms, sum: productsOf(terms) };
}

/** Places of the input in the 2×2 window of one element of the pooling. */
export function poolWindow(at: number): number[] {
  const { row, col } = placeOf(at, SIZES.pool.side);
  const first = 2 * row * IMAGE_SIDE + 2 * col;
  return [first, first + 1, first + IMAGE_SIDE, first + IMAGE_SIDE + 1];
}

const relu = (maps: readonly (readonly number[])[]) => maps.map((map) => map.map((value) => Math.max(0, value)));

function convolve(layer: Convolution, input: readonly (readonly number[])[]): number[][] {
  const { w, b } = WEIGHTS[layer];
  const out = b.map((bias) => Array<number>(SIZES[layer].side ** 2).fill(bias));
  for (let at = 0; at < SIZES[layer].side ** 2; at++) {
    for (const [tap, place] of windowOf(geometryOf(layer), at).entries()) {
      if (place < 0) continue;
      for (const [c, channel] of input.entries()) {
        const value = channel[place] as number;
        const first = (tap * input.length + c) * b.length;
        for (const [map, values] of out.entries()) {
          values[at] = (values[at] as number) + value * (w[first + map] as number);
        }
      }
    }
  }
  return out;
}

/** The forward pass. @param image 256 pixels, row-major */
export function activationsOf(image: readonly number[]): Activations {
  const conv1 = convolve('conv1', [image]);
  const relu1 = relu(conv1);
  const pool = relu1.map((map) =>
    Array.from({ length: SIZES.pool.side ** 2 }, (_, at) =>
      Math.max(...poolWindow(at).map((place) => map[place] as number)),
    ),
  );
  const conv2 = convolve('conv2', pool);
  const relu2 = relu(conv2);
  const averages = relu2.map((map) => map.reduce((sum, value) => sum + value, 0) / map.length);
  const logits = Array.from({ length: SIZES.logits.maps }, (_, k) => [
    logitTerms(averages, k).sum + biasOf('logits', k),
  ]);
  return { input: [image], conv1, relu1, pool, conv2, relu2, gap: averages.map((value) => [value]), logits };
}

export function softmax(logits: readonly number[]): number[] {
  const largest = Math.max(...logits);
  const powers = logits.map((z) => Math.exp(z - largest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

export const logitsOf = ({ logits }: Activations) => logits.flat();

/** The magnitude that gets full colour in every map of a layer; 1 at least for the image, so that drawing does not change it. */
export const scaleOf = (activations: Activations, layer: Layer) =>
  Math.max(layer === 'input' ? 1 : 0, ...activations[layer].flat().map(Math.abs));
