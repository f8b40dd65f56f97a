import type { UrlFormat } from '../use-url-state';
import { type Layer, STACKS } from './stack';

/** Settings of the explorer: the stack, the output cell looked at, how many layers it is followed down, channels C. */
export type FieldState = { layers: readonly Layer[]; cell: number; down: number; channels: number };

export const fieldInitial: FieldState = { layers: STACKS.two3, cell: 2, down: 2, channels: 64 };

/** Output cells that are drawn. */
export const TOP = 5;
export const MOST_LAYERS = 18;
export const K_RANGE = { min: 1, max: 11 };
export const S_RANGE = { min: 1, max: 4 };
export const D_RANGE = { min: 1, max: 8 };
/** Channels as powers of two, so that the usual widths are among them. */
export const CHANNELS = [1, 3, 16, 32, 64, 128, 256, 512] as const;

/** Another stack: followed down to the input. */
export const withLayers = (state: FieldState, layers: readonly Layer[]): FieldState => ({
  ...state,
  layers,
  down: layers.length,
});

export function moved(layers: readonly Layer[], from: number, to: number): readonly Layer[] {
  if (to < 0 || to >= layers.length) return layers;
  return layers.toSpliced(from, 1).toSpliced(to, 0, layers[from] as Layer);
}

const layerText = ({ kind, k, s, d }: Layer) => `${kind === 'conv' ? 'c' : 'p'}${k}.${s}.${d}`;
export const stackText = (layers: readonly Layer[]) => layers.map(layerText).join('_');

const within = (value: number, { min, max }: { min: number; max: number }) => value >= min && value <= max;

function parseLayer(text: string): Layer | null {
  const [, kind, ...numbers] = /^([cp])(\d+)\.(\d+)\.(\d+)$/.exec(text) ?? [];
  const [k = 0, s = 0, d = 0] = numbers.map(Number);
  if (!kind || !within(k, K_RANGE) || !within(s, S_RANGE) || !within(d, D_RANGE)) return null;
  return { kind: kind === 'c' ? 'conv' : 'pool', k, s, d };
}

/** `c3.1.1_c3.1.1;2;2;64`: layers from the input up as kind, k, s, d; cell, layers followed down, channels. */
export const fieldUrl: UrlFormat<FieldState> = {
  parameter: 'field',
  format: ({ layers, cell, down, channels }) => [stackText(layers), cell, down, channels].join(';'),
  parse: (text) => {
    const [stack = '', cell, down, channelsText] = text.split(';');
    const parsed = stack === '' ? [] : stack.split('_').map(parseLayer);
    const layers = parsed.filter((layer) => layer !== null);
    const [at, levels] = [Number(cell || 'none'), Number(down || 'none')];
    const channels = CHANNELS.find((count) => String(count) === channelsText);
    const sound =
      layers.length === parsed.length &&
      layers.length <= MOST_LAYERS &&
      Number.isInteger(at) &&
      within(at, { min: 0, max: TOP - 1 }) &&
      Number.isInteger(levels) &&
      within(levels, { min: 0, max: layers.length });
    return sound && channels ? { layers, cell: at, down: levels, channels } : null;
  },
};
