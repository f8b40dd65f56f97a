import type { Tensor } from '@tensorflow/tfjs-core';
import type { Observation, WireValue } from '../task';
import type { EncodedTensor } from '../tensor-data';
import type { DecodedArguments } from './argument';
import type { Tf } from './events';
import { encodeLibraryTensor, type ReadTensor } from './result';

/** Whether `value` still is what `wire` said when the call began. */
async function isUnchanged(tf: Tf, value: unknown, wire: WireValue, read: ReadTensor): Promise<boolean> {
  if (typeof wire !== 'object' || wire === null) return Object.is(value, wire);
  if (Array.isArray(wire)) {
    return Array.isArray(value) && value.length === wire.length && areUnchanged(tf, value, wire, read);
  }
  if ('$tensor' in wire) {
    if (!(value instanceof tf.Tensor)) return false;
    const before = wire.$tensor as EncodedTensor;
    const after = await encodeLibraryTensor(value as Tensor, read);
    return after.base64 === before.base64 && String(after.shape) === String(before.shape);
  }
  if ('$number' in wire) return Object.is(value, Number(wire.$number));
  if ('$undefined' in wire) return value === undefined;
  if ('$rng' in wire || '$output' in wire) return true;
  if (typeof value !== 'object' || value === null) return false;
  const keys = Object.keys(wire);
  if (String(Object.keys(value)) !== String(keys)) return false;
  const record = value as Record<string, unknown>;
  return areUnchanged(
    tf,
    keys.map((key) => record[key]),
    keys.map((key) => wire[key] as WireValue),
    read,
  );
}

async function areUnchanged(tf: Tf, values: unknown[], wires: readonly WireValue[], read: ReadTensor) {
  const unchanged = await Promise.all(wires.map((wire, index) => isUnchanged(tf, values[index], wire, read)));
  return unchanged.every(Boolean);
}

/** State of a call's arguments after it: plain arrays and objects count as well as tensors. */
export async function inputState(
  tf: Tf,
  wires: readonly WireValue[],
  { args, tensors }: DecodedArguments,
  read: ReadTensor,
): Promise<Observation['inputs']> {
  if (tensors.some((tensor) => tensor.isDisposed)) return 'disposed';
  try {
    return (await areUnchanged(tf, args, wires, read)) ? 'intact' : 'changed';
  } catch {
    // Learner code put something in our arguments that throws when looked at.
    return 'changed';
  }
}
