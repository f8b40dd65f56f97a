import { mulberry32, normal } from '../rng';

export const LAYERS = 10;
/** Units of each layer, inputs, and examples in the batch. */
export const WIDTH = 64;

export type InitActivation = 'relu' | 'tanh';

/** What one layer gives out over the batch. */
export type LayerSpread = {
  /** Root mean square of the activations: what keeps its size when the initialization is right. */
  rms: number;
  /** Share of activations per bin, from the lower to the upper end of {@link histogramRange}; the outer bins take the rest. */
  shares: number[];
  /** Share that carries hardly any slope: exactly 0 for ReLU, beyond ±0.95 for tanh (slope below 0.1). */
  flat: number;
};

export const BINS = 24;

/** The values that the histograms span. */
export function histogramRange(activation: InitActivation): readonly [number, number] {
  return activation === 'relu' ? [0, 4] : [-1, 1];
}

const SQUARE = WIDTH * WIDTH;

/** Standard normal numbers for the inputs and for each layer's weights, drawn once. */
const drawn = (() => {
  let made: Float64Array[] | null = null;
  return () => {
    if (made) return made;
    const gauss = normal(mulberry32(7));
    made = Array.from({ length: LAYERS + 1 }, () => Float64Array.from({ length: SQUARE }, gauss));
    return made;
  };
})();

function layer(rows: Float64Array, weights: Float64Array, scale: number, activation: InitActivation): Float64Array {
  const next = new Float64Array(SQUARE);
  for (let n = 0; n < WIDTH; n++) {
    for (let i = 0; i < WIDTH; i++) {
      const h = rows[n * WIDTH + i] as number;
      if (h === 0) continue;
      for (let o = 0; o < WIDTH; o++) {
        next[n * WIDTH + o] = (next[n * WIDTH + o] as number) + h * (weights[i * WIDTH + o] as number);
      }
    }
  }
  return next.map((sum) => (activation === 'relu' ? Math.max(scale * sum, 0) : Math.tanh(scale * sum)));
}

function spread(rows: Float64Array, activation: InitActivation): LayerSpread {
  const [low, high] = histogramRange(activation);
  const shares = Array<number>(BINS).fill(0);
  let squares = 0;
  let flat = 0;
  for (const h of rows) {
    squares += h * h;
    if (activation === 'relu' ? h === 0 : Math.abs(h) > 0.95) flat += 1;
    const bin = Math.max(0, Math.min(BINS - 1, Math.floor(((h - low) / (high - low)) * BINS)));
    shares[bin] = (shares[bin] as number) + 1 / SQUARE;
  }
  return { rms: Math.sqrt(squares / SQUARE), shares, flat: flat / SQUARE };
}

/**
 * Sends a batch of standard normal inputs through ten dense layers without bias, whose weights are normal with standard
 * deviation `gain` / √n (n: fan-in). The draws are the same for every gain, so that only the scale changes.
 */
export function activationSpreads(activation: InitActivation, gain: number): LayerSpread[] {
  const [inputs, ...weights] = drawn();
  let rows = inputs as Float64Array;
  return weights.map((w) => {
    rows = layer(rows, w, gain / Math.sqrt(WIDTH), activation);
    return spread(rows, activation);
  });
}

export type InitVerdict = 'kept' | 'vanishing' | 'exploding' | 'saturated';

/** What became of the signal between the first and the last layer. */
export function judgeInit(activation: InitActivation, spreads: readonly LayerSpread[]): InitVerdict {
  const first = spreads[0] as LayerSpread;
  const last = spreads.at(-1) as LayerSpread;
  if (activation === 'tanh' && last.flat > 0.4) return 'saturated';
  if (!(first.rms > 0) || last.rms < first.rms / 5) return 'vanishing';
  return last.rms > first.rms * 5 ? 'exploding' : 'kept';
}
