import type { UrlFormat } from '../use-url-state';
import { costOf, type Geometry, outSide } from './geometry';
import { KERNELS, sideOf, withSide } from './kernels';
import {
  channelOf,
  fromDigits,
  PICTURE_NAMES,
  type Picture,
  type PictureName,
  pictureOf,
  resized,
  toDigits,
} from './picture';

/** Settings of the convolution stepper. */
export type ConvState = {
  /** A picture by name, or the reader's own. */
  picture: PictureName | Picture;
  /** Side of the image. */
  n: number;
  cin: number;
  cout: number;
  groups: number;
  /** Row-major and square, as edited. */
  kernel: readonly number[];
  stride: number;
  pad: number;
  dilation: number;
  /** True convolution instead of cross-correlation. */
  flip: boolean;
  /** The output element looked at: row-major index into a channel of the output. */
  at: number;
  /** The channels of the input and of the output that are shown. */
  inChannel: number;
  outChannel: number;
};

export const convInitial: ConvState = {
  picture: 'letter',
  n: 7,
  cin: 1,
  cout: 1,
  groups: 1,
  kernel: KERNELS.edge,
  stride: 1,
  pad: 0,
  dilation: 1,
  flip: false,
  at: 0,
  inChannel: 0,
  outChannel: 0,
};

/** The layer of the notes: 32×32×3 by four 5×5×3 filters. */
export const notesLayer: ConvState = { ...convInitial, n: 32, cin: 3, cout: 4, kernel: KERNELS.edge5 };

export const N_RANGE = { min: 5, max: 32, step: 1 };
export const K_RANGE = { min: 1, max: 5, step: 1 };
export const STRIDE_RANGE = { min: 1, max: 4, step: 1 };
export const PAD_RANGE = { min: 0, max: 4, step: 1 };
export const DILATION_RANGE = { min: 1, max: 3, step: 1 };
export const MOST_CHANNELS = 4;
/** Kernel values lie between −9 and 9, in four places at most. */
export const WEIGHT_LIMIT = 9;

export const geometryOf = ({ n, kernel, stride, pad, dilation }: ConvState): Geometry => ({
  n,
  k: sideOf(kernel),
  s: stride,
  p: pad,
  d: dilation,
});

export const costOfState = (state: ConvState) => costOf(geometryOf(state), state.cin, state.cout, state.groups);

/** The image, channel by channel. */
export function imageOf({ picture, n, cin }: ConvState): Picture[] {
  const grey = typeof picture === 'string' ? pictureOf(picture, n) : picture;
  return Array.from({ length: cin }, (_, c) => channelOf(grey, n, c));
}

/** Numbers of groups that divide both numbers of channels. */
export const groupsFor = (cin: number, cout: number) =>
  Array.from({ length: MOST_CHANNELS }, (_, g) => g + 1).filter((g) => cin % g === 0 && cout % g === 0);

/** Input channels that output channel `outChannel` sums over. */
export function channelsRead({ cin, cout, groups }: ConvState, outChannel: number): number[] {
  const per = cin / groups;
  const group = Math.floor(outChannel / (cout / groups));
  return Array.from({ length: per }, (_, c) => group * per + c);
}

/** The last output element, −1 where there is none. */
export const lastOf = (state: ConvState) => outSide(geometryOf(state)) ** 2 - 1;

/**
 * The state after a change, with all that must follow: an own picture gets the new side, groups must divide, the output
 * element and the channels shown must exist, and the input channel must be one that the output channel reads.
 */
export function changed(state: ConvState, change: Partial<ConvState>): ConvState {
  const next = { ...state, ...change };
  const { picture, n, cin, cout } = next;
  if (typeof picture !== 'string' && picture.length !== n * n)
    next.picture = resized(picture, Math.sqrt(picture.length), n);
  if (!groupsFor(cin, cout).includes(next.groups)) next.groups = 1;
  next.at = Math.max(0, Math.min(next.at, lastOf(next)));
  next.outChannel = Math.min(next.outChannel, cout - 1);
  next.inChannel = Math.min(next.inChannel, cin - 1);
  const read = channelsRead(next, next.outChannel);
  if (!read.includes(next.inChannel)) {
    // Whoever picks an input channel sees a filter that reads it; otherwise the output channel decides.
    if (change.inChannel !== undefined) {
      next.outChannel = Math.floor(next.inChannel / (cin / next.groups)) * (cout / next.groups);
    } else next.inChannel = read[0] as number;
  }
  return next;
}

export const withKernelSide = (state: ConvState, k: number) => changed(state, { kernel: withSide(state.kernel, k) });

const isWeight = (value: number) => Math.abs(value) <= WEIGHT_LIMIT && value === +value.toFixed(4);

/** A kernel value as typed, brought into its range; null while it is no number. */
export function parseWeight(text: string): number | null {
  const value = text.trim() === '' ? Number.NaN : Number(text.replace('−', '-').replace(',', '.'));
  if (!Number.isFinite(value)) return null;
  return +Math.max(-WEIGHT_LIMIT, Math.min(WEIGHT_LIMIT, value)).toFixed(4);
}

const inRange = (value: number, { min, max }: { min: number; max: number }) =>
  Number.isInteger(value) && value >= min && value <= max;

/** `letter;7;1,1,1;-1,0,1,…;1,0,1;corr;0,0,0`: picture or its digits, side, channels, kernel, geometry, flip, what is seen. */
export const convUrl: UrlFormat<ConvState> = {
  parameter: 'conv',
  format: (s) =>
    [
      typeof s.picture === 'string' ? s.picture : toDigits(s.picture),
      s.n,
      [s.cin, s.cout, s.groups],
      s.kernel,
      [s.stride, s.pad, s.dilation],
      s.flip ? 'conv' : 'corr',
      [s.at, s.inChannel, s.outChannel],
    ].join(';'),
  parse: (text) => {
    const [source = '', side, channels = '', weights = '', moves = '', mode, seen = ''] = text.split(';');
    const list = (part: string) => part.split(',').map((one) => Number(one || 'none'));
    const n = Number(side || 'none');
    const [cin = 0, cout = 0, groups = 0] = list(channels);
    const [stride = 0, pad = -1, dilation = 0] = list(moves);
    const [at = -1, inChannel = -1, outChannel = -1] = list(seen);
    const kernel = list(weights);
    const channelRange = { min: 1, max: MOST_CHANNELS };
    if (!inRange(n, N_RANGE) || !inRange(cin, channelRange) || !inRange(cout, channelRange)) return null;
    const picture = PICTURE_NAMES.find((name) => name === source) ?? fromDigits(source, n);
    const state = {
      n,
      cin,
      cout,
      groups,
      kernel,
      stride,
      pad,
      dilation,
      flip: mode === 'conv',
      at,
      inChannel,
      outChannel,
    };
    if (!picture || !kernel.every(isWeight) || !inRange(sideOf(kernel), K_RANGE)) return null;
    const whole: ConvState = { ...state, picture };
    const sound =
      inRange(stride, STRIDE_RANGE) &&
      inRange(pad, PAD_RANGE) &&
      inRange(dilation, DILATION_RANGE) &&
      groupsFor(cin, cout).includes(groups) &&
      (mode === 'conv' || mode === 'corr') &&
      inRange(at, { min: 0, max: Math.max(0, lastOf(whole)) }) &&
      inRange(outChannel, { min: 0, max: cout - 1 }) &&
      channelsRead(whole, outChannel).includes(inChannel);
    return sound ? whole : null;
  },
};
