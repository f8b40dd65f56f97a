import type { Tensor } from '@tensorflow/tfjs-core';
import { mulberry32 } from '../random';
import type { WireValue } from '../task';
import { decodeTensor } from '../tensor-codec';
import type { EncodedTensor } from '../tensor-data';
import type { Tf } from './events';

export type Path = readonly (string | number)[];

/** What lies at `path` below `value`; undefined when there is nothing. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (found, key) => (found === null || found === undefined ? undefined : (found as Record<string, unknown>)[key]),
    value,
  );
}

/** A tensor of the library with these values. */
export function makeTensor(tf: Tf, encoded: EncodedTensor): Tensor {
  const { values, dtype } = decodeTensor(encoded);
  if (dtype === 'float64') throw new TypeError('makeTensor: dtype must be one of the library, got float64');
  return tf.tensor(dtype === 'bool' ? Uint8Array.from(values) : values, encoded.shape, dtype);
}

/** A call's arguments, and the tensors among them that were made for it. */
export interface DecodedArguments {
  args: unknown[];
  tensors: Tensor[];
}

/** Turns the JSON form of the arguments into what the function is called with. `outputOf` finds an earlier result. */
export function decodeArguments(
  tf: Tf,
  wire: readonly WireValue[],
  outputOf: (task: string) => unknown,
): DecodedArguments {
  const tensors: Tensor[] = [];

  function decode(value: WireValue): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(decode);
    if ('$tensor' in value) {
      const tensor = makeTensor(tf, value.$tensor as EncodedTensor);
      tensors.push(tensor);
      return tensor;
    }
    if ('$number' in value) return Number(value.$number);
    if ('$undefined' in value) return undefined;
    if ('$rng' in value) return mulberry32(value.$rng as number);
    if ('$output' in value) {
      const { task, path } = value.$output as { task: string; path: Path };
      return valueAt(outputOf(task), path);
    }
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, decode(entry)]));
  }

  return { args: wire.map(decode), tensors };
}

/** Ids of the tasks whose results `wire` refers to. */
export function referredTasks(wire: WireValue): string[] {
  if (typeof wire !== 'object' || wire === null) return [];
  if (!Array.isArray(wire) && '$output' in wire) return [(wire.$output as { task: string }).task];
  return Object.values(wire).flatMap((value) => referredTasks(value as WireValue));
}
