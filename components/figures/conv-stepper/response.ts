import { outSide, windowOf } from './geometry';
import { laidKernel } from './kernels';
import type { Picture } from './picture';
import { type ConvState, channelsRead, geometryOf } from './state';

/** One product of an output element; `outside` is a tap in the padding, where the value is 0. */
export type Term = { weight: number; value: number; outside: boolean };

/** The products of one input channel, tap by tap, and their sum. */
export type Subtotal = { channel: number; terms: Term[]; sum: number };

/** The arithmetic of one output element, an input channel of its group after the other. */
export function subtotalsOf(state: ConvState, image: readonly Picture[], at: number): Subtotal[] {
  const laid = laidKernel(state.kernel, state.outChannel, state.flip);
  const places = windowOf(geometryOf(state), at);
  return channelsRead(state, state.outChannel).map((channel) => {
    const terms = places.map((place, tap) => ({
      weight: laid[tap] as number,
      value: place < 0 ? 0 : (image[channel]?.[place] ?? 0),
      outside: place < 0,
    }));
    return { channel, terms, sum: terms.reduce((sum, { weight, value }) => sum + weight * value, 0) };
  });
}

export const totalOf = (subtotals: readonly Subtotal[]) => subtotals.reduce((total, { sum }) => total + sum, 0);

/** The output channel that is shown, row-major. No bias is added. */
export function outputOf(state: ConvState, image: readonly Picture[]): number[] {
  const geometry = geometryOf(state);
  const side = outSide(geometry);
  const laid = laidKernel(state.kernel, state.outChannel, state.flip);
  const channels = channelsRead(state, state.outChannel).map((channel) => image[channel] ?? []);
  return Array.from({ length: side * side }, (_, at) => {
    let total = 0;
    windowOf(geometry, at).forEach((place, tap) => {
      if (place < 0) return;
      for (const channel of channels) total += (laid[tap] as number) * (channel[place] as number);
    });
    return total;
  });
}
