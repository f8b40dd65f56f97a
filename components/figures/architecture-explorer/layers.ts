/**
 * One layer of a net, or branches that start from the same feature map and are joined again. Sides, strides and padding hold
 * for both directions; an empty branch is the identity. A convolution has a bias unless it is followed by BN.
 */
export type Layer =
  | {
      t: 'conv';
      name: string;
      /** Side of the kernel and number of output channels. */
      k: number;
      o: number;
      s?: number;
      p?: number;
      /** Groups: each reads its share of the input channels. */
      g?: number;
      bias?: boolean;
      bn?: boolean;
    }
  | { t: 'max' | 'avg'; name: string; k: number; s: number; p?: number; ceil?: boolean }
  | { t: 'gap' | 'bn' | 'lrn'; name: string }
  | { t: 'fc'; name: string; o: number; bias?: boolean }
  | { t: 'relu' | 'tanh' | 'softmax' }
  | { t: 'dropout'; rate: number }
  | { t: 'branch'; name: string; join: 'concat' | 'add'; b: readonly (readonly Layer[])[] };

/** A part of a net that its paper gives a name. */
export type Stage = { name: string; layers: readonly Layer[] };

/** Layers that work in place: no shape, no parameters, no memory of their own. */
const IN_PLACE = ['relu', 'tanh', 'softmax', 'dropout'] as const;
type InPlace = Extract<Layer, { t: (typeof IN_PLACE)[number] }>;

export const isInPlace = (layer: Layer): layer is InPlace => (IN_PLACE as readonly string[]).includes(layer.t);

export const relu: Layer = { t: 'relu' };

/** Number of channels at a width multiplier: whole, and a multiple of `groups`. */
export type Widen = (channels: number, groups?: number) => number;

export const widenBy =
  (width: number): Widen =>
  (channels, groups = 1) =>
    groups * Math.max(1, Math.round((width * channels) / groups));
