import type { Tensor64 } from '@/grading/central-differences';
import {
  add64,
  batchNorm64,
  conv64,
  dense64,
  globalAverage64,
  mapChannels64,
  relu64,
} from '@/grading/training/layers64';

export interface Net64 {
  parameters: Record<string, Tensor64>;
  statistics: Record<string, Tensor64>;
}
export interface Options {
  training: boolean;
  skip: boolean;
  batchNorm: boolean;
}

/** Logits in plain JavaScript and double precision. `seen` is told the argument of every ReLU. */
export function forward64(
  x: Tensor64,
  { parameters, statistics }: Net64,
  options: Options,
  seen: (argument: number) => void = () => {},
): Tensor64 {
  const of = (name: string) => parameters[name] as Tensor64;
  const relu = (h: Tensor64) => {
    h.values.forEach(seen);
    return relu64(h);
  };
  const convNorm = (h: Tensor64, name: string, stride: number): Tensor64 => {
    const w = of(`${name}.w`);
    const maps = conv64(h, w, stride, ((w.shape[0] as number) - 1) / 2);
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
  const block = (h: Tensor64, name: string, stride: number): Tensor64 => {
    const inner = convNorm(relu(convNorm(h, `${name}.conv1`, stride)), `${name}.conv2`, 1);
    if (!options.skip) return relu(inner);
    return relu(add64(inner, `${name}.proj.w` in parameters ? convNorm(h, `${name}.proj`, stride) : h));
  };
  const stem = relu(convNorm(x, 'stem', 2));
  const maps = block(block(block(stem, 'block1', 1), 'block2', 2), 'block3', 2);
  return dense64(globalAverage64(maps), of('head.w'), of('head.b'));
}
