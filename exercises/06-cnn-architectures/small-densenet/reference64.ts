import type { Tensor64 } from '@/grading/central-differences';
import {
  batchNorm64,
  concat64,
  conv64,
  dense64,
  globalAverage64,
  halve64,
  mapChannels64,
  relu64,
} from '@/grading/training/layers64';

export interface Net64 {
  parameters: Record<string, Tensor64>;
  statistics: Record<string, Tensor64>;
}
export interface Options {
  training: boolean;
  concat: boolean;
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
  const norm = (h: Tensor64, name: string): Tensor64 => {
    const [gamma, beta] = [of(`${name}.gamma`), of(`${name}.beta`)];
    if (!options.batchNorm) {
      return mapChannels64(h, (value, c) => value * (gamma.values[c] as number) + (beta.values[c] as number));
    }
    const fixed = {
      mean: statistics[`${name}.mean`] as Tensor64,
      variance: statistics[`${name}.variance`] as Tensor64,
    };
    return batchNorm64(h, gamma, beta, options.training ? undefined : fixed);
  };
  const normRelu = (h: Tensor64, name: string): Tensor64 => {
    const normed = norm(h, name);
    normed.values.forEach(seen);
    return relu64(normed);
  };
  const nothing = ({ shape, values }: Tensor64): Tensor64 => ({ shape, values: new Float64Array(values.length) });
  const layer = (all: Tensor64, name: string): Tensor64 => {
    const added = conv64(normRelu(all, name), of(`${name}.w`), 1, 1);
    return concat64(options.concat ? all : nothing(all), added);
  };
  const block = (h: Tensor64, name: string): Tensor64 =>
    [1, 2, 3].reduce((all, number) => layer(all, `${name}.layer${number}`), h);
  const first = block(conv64(x, of('stem.w'), 4, 2), 'block1');
  const between = halve64(conv64(normRelu(first, 'transition'), of('transition.w'), 1, 0));
  const maps = normRelu(block(between, 'block2'), 'head');
  return dense64(globalAverage64(maps), of('head.w'), of('head.b'));
}
