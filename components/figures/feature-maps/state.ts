import { fromDigits, type Picture, toDigits, toStep } from '../conv-stepper/picture';
import type { UrlFormat } from '../use-url-state';
import { isConvolution, LAYERS, type Layer, layerBefore, SIZES } from './net';
import { exampleOf, IMAGE_SIDE, SHAPES, type Shape } from './shapes';

/** Where the image comes from: drawn by `makeShapes`, or the reader's own, greys from 0 to 1 in twentieths. */
export type Source = { shape: Shape; seed: number } | Picture;

export const isOwn = (source: Source): source is Picture => Array.isArray(source);

/** What is looked at: an image, a layer, one of its maps, an element of that, and the input map whose products are shown. */
export type MapsState = { source: Source; layer: Layer; map: number; at: number; from: number };

/** Examples are drawn from the seeds 1 to this. */
const LAST_SEED = 99;

export const mapsInitial: MapsState = {
  source: { shape: 'square', seed: 1 },
  layer: 'conv1',
  map: 0,
  at: 216,
  from: 0,
};

export const EMPTY: Picture = Array(IMAGE_SIDE ** 2).fill(0);

export const imageOf = (source: Source): readonly number[] =>
  isOwn(source) ? source : exampleOf(source.shape, source.seed);

/** The image of the next seed, of the same shape. */
export const nextExample = ({ shape, seed }: { shape: Shape; seed: number }): Source => ({
  shape,
  seed: (seed % LAST_SEED) + 1,
});

/** The image after a stroke, as the reader's own: pixels that were not painted keep their grey, within 0 and 1. */
export const painted = (source: Source, pixels: readonly number[], value: number): Picture =>
  imageOf(source).map((grey, i) => toStep(pixels.includes(i) ? value : grey));

/** How many maps a layer's element can be asked about: those that it sums over. */
const inputMaps = (layer: Layer) => (isConvolution(layer) ? SIZES[layerBefore(layer)].maps : 1);

/** The same place of the image in another layer, and the same map where there are as many. */
export function withLayer(state: MapsState, layer: Layer): MapsState {
  const [old, next] = [SIZES[state.layer], SIZES[layer]];
  const moved = (line: number) => Math.floor(((line + 0.5) * next.side) / old.side);
  const [row, col] = [moved(Math.floor(state.at / old.side)), moved(state.at % old.side)];
  return {
    ...state,
    layer,
    map: next.maps === old.maps ? state.map : 0,
    at: row * next.side + col,
    from: Math.min(state.from, inputMaps(layer) - 1),
  };
}

const isIndex = (value: number, count: number) => Number.isInteger(value) && value >= 0 && value < count;

function parseSource(text: string): Source | null {
  const [name, seedText] = text.split(',');
  const shape = SHAPES.find((one) => one === name);
  if (!shape) return fromDigits(text, IMAGE_SIDE);
  const seed = Number(seedText || 'none');
  return isIndex(seed - 1, LAST_SEED) ? { shape, seed } : null;
}

/** `square,1;conv1;0,37,0`: shape and seed or the digits of an own image, layer, and map, element and input map. */
export const mapsUrl: UrlFormat<MapsState> = {
  parameter: 'maps',
  format: ({ source, layer, map, at, from }) =>
    [isOwn(source) ? toDigits(source) : [source.shape, source.seed], layer, [map, at, from]].join(';'),
  parse: (text) => {
    const [image = '', name, seen = ''] = text.split(';');
    const layer = LAYERS.find((one) => one === name);
    const source = parseSource(image);
    const [map = -1, at = -1, from = -1] = seen.split(',').map((part) => Number(part || 'none'));
    if (!layer || !source) return null;
    const sound =
      isIndex(map, SIZES[layer].maps) && isIndex(at, SIZES[layer].side ** 2) && isIndex(from, inputMaps(layer));
    return sound ? { source, layer, map, at, from } : null;
  },
};
