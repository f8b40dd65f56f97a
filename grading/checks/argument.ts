import type { Random } from '../random';
import type { WireValue } from '../task';
import { encodeTensor, type TensorData } from '../tensor-data';

/** An argument of a call as a check's author writes it: tensors wherever they stand, the rest as it goes over the wire. */
export type Argument = TensorData | WireValue | readonly Argument[] | { readonly [key: string]: Argument };

/** Arguments that a check is run on; cases go from small to large. */
export type Inputs<A extends readonly Argument[] = readonly TensorData[]> = (random: Random) => A;

/** Steps into an argument or a result: `[0]`, `[1, 'w']`. */
export type Path = readonly (string | number)[];

/** Whether an argument is a tensor itself. */
export function isTensorData(value: unknown): value is TensorData {
  return typeof value === 'object' && value !== null && 'values' in value && ArrayBuffer.isView(value.values);
}

/** The argument as JSON. */
export function toWire(value: Argument): WireValue {
  if (isTensorData(value)) return { $tensor: encodeTensor(value) };
  if (typeof value === 'number' && !Number.isFinite(value)) return { $number: String(value) as 'NaN' };
  if (Object.is(value, -0)) return { $number: '-0' };
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(toWire);
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, toWire(entry as Argument)]));
}
