import type { Tensor64 } from '@/grading/central-differences';
import {
  batchNorm64,
  conv64,
  dense64,
  globalAverage64,
  mapChannels64,
  maxPool64,
  relu64,
} from '@/grading/training/layers64';

export interface Net64 {
  parameters: Record<string, Tensor64>;
  statistics: Record<string, Tensor64>;
}
export interface Options {
  training: boolean;
  stacked: boolean;
  batchNorm: boolean;
}

/** Logits in plain JavaScript and double precision. `seen` is told the argument of every ReLU, and every lead of a maximum. */
export function forward64(
  x: Tensor64,
  { parameters, statistics }: Net64,
  options: Options,
  seen: (decisive: number) => void = () => {},
): Tensor64 {
  const of = (name: string) => parameters[name] as Tensor64;
  const normed = (maps: Tensor64, name: string): Tensor64 => {
    const [gamma, beta] = [of(`${name}.gamma`), of(`${name}.beta`)];
    if (!options.batchNorm) {
      return mapChannels64(maps, (value, c) => value * (gamma.values[c] as number) + (beta.values[c] as number));
    }
    const fixed = {
      mean: statistics[`${name}.mean`] as Tensor64,
      variance: statistics[`${name}.variance`] as Tensor64,
    };
    return batchNorm64(maps, gamma, beta, options.training ? undefined : fixed);
  };
  const layer = (h: Tensor64, name: string): Tensor64 => {
    const w = of(`${name}.w`);
    const maps = normed(conv64(h, w, 1, ((w.shape[0] as number) - 1) / 2), name);
    maps.values.forEach(seen);
    return relu64(maps);
  };
  const block = (h: Tensor64, name: string): Tensor64 => {
    const maps = options.stacked ? layer(layer(h, `${name}.conv1`), `${name}.conv2`) : layer(h, `${name}.conv`);
    return maxPool64(maps, 2, 2, seen);
  };
  const maps = ['block1', 'block2', 'block3', 'block4'].reduce(block, x);
  return dense64(globalAverage64(maps), of('head.w'), of('head.b'));
}
