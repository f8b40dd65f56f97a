import type { Tensor64 } from '@/grading/central-differences';
import { conv64, dense64, lrn64, mapChannels64, maxPool64, relu64 } from '@/grading/training/layers64';

export interface Net64 {
  parameters: Record<string, Tensor64>;
  statistics: Record<string, Tensor64>;
}
export interface Options {
  training: boolean;
  lrn: boolean;
  overlap: boolean;
}

/** Logits in plain JavaScript and double precision. `seen` is told the argument of every ReLU, and every lead of a maximum. */
export function forward64(
  x: Tensor64,
  { parameters }: Net64,
  options: Options,
  seen: (decisive: number) => void = () => {},
): Tensor64 {
  const of = (name: string) => parameters[name] as Tensor64;
  const relu = (h: Tensor64): Tensor64 => {
    h.values.forEach(seen);
    return relu64(h);
  };
  const conv = (h: Tensor64, name: string, stride: number, pad: number): Tensor64 => {
    const bias = of(`${name}.b`).values;
    return relu(mapChannels64(conv64(h, of(`${name}.w`), stride, pad), (value, c) => value + (bias[c] as number)));
  };
  const settle = (h: Tensor64): Tensor64 => {
    const normed = options.lrn ? lrn64(h) : h;
    return options.overlap ? maxPool64(normed, 3, 2, seen, 1) : maxPool64(normed, 2, 2, seen);
  };
  const maps = conv(settle(conv(settle(conv(x, 'conv1', 2, 2)), 'conv2', 1, 1)), 'conv3', 1, 1);
  const n = x.shape[0] as number;
  const rows = { shape: [n, maps.values.length / n], values: maps.values };
  return dense64(relu(dense64(rows, of('fc.w'), of('fc.b'))), of('head.w'), of('head.b'));
}
