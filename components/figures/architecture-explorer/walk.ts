import { type Choice, FAMILIES, stagesOf } from './families';
import { isInPlace, type Layer } from './layers';

/**
 * A feature map, and what one of its elements sees of the input along a side: `field` inputs from the first to the last, those
 * of neighbours `jump` apart. Padding counts as seen.
 */
type Place = { side: number; channels: number; field: number; jump: number };

/** What a layer costs, for one image. MACs are those of convolutions and dense layers; BN has γ and β. */
export type Cost = { weights: number; biases: number; bn: number; macs: number; bytes: number };

/** A layer as walked: where it leads and what it costs. Branches have their layers before them and cost nothing but memory. */
export type Row = Place &
  Cost & { name: string; layer: Exclude<Layer, { t: 'relu' | 'tanh' | 'softmax' | 'dropout' }> };

export type WalkedStage = Place & Cost & { name: string; rows: readonly Row[] };

/** A window of side k that does not fit on a feature map of side `side`. */
type Misfit = { name: string; k: number; side: number };

/** A net as walked: its stages up to where it ends, and why it ends too soon if it does. */
export type Walk = { input: Place; stages: readonly WalkedStage[]; total: Cost; misfit: Misfit | null };

const FREE: Cost = { weights: 0, biases: 0, bn: 0, macs: 0, bytes: 0 };
/** Activations and parameters are float32. */
export const BYTES = 4;

const sumOf = (costs: readonly Cost[]): Cost =>
  costs.reduce(
    (sum, cost) => ({
      weights: sum.weights + cost.weights,
      biases: sum.biases + cost.biases,
      bn: sum.bn + cost.bn,
      macs: sum.macs + cost.macs,
      bytes: sum.bytes + cost.bytes,
    }),
    FREE,
  );

export const parametersOf = ({ weights, biases, bn }: Cost) => weights + biases + bn;

/** Side of what a window leaves: ⌊(n + 2p − k)/s⌋ + 1, or with ⌈ ⌉; below 1 where it does not fit. */
function sideAfter(
  n: number,
  { k, s = 1, p = 0, ceil = false }: { k: number; s?: number; p?: number; ceil?: boolean },
) {
  const steps = (n + 2 * p - k) / s;
  return (ceil ? Math.ceil(steps) : Math.floor(steps)) + 1;
}

/** The place after a window; null where it does not fit. Channels stay. */
function slide(at: Place, window: { k: number; s?: number; p?: number; ceil?: boolean }): Place | null {
  const side = sideAfter(at.side, window);
  if (side < 1) return null;
  const { k, s = 1 } = window;
  return { side, channels: at.channels, field: at.field + (k - 1) * at.jump, jump: at.jump * s };
}

/** A layer after which a net goes on elsewhere. Throws where the net itself is wrong. */
function walkLayer(layer: Layer, at: Place, rows: Row[]): Place | Misfit {
  if (isInPlace(layer)) return at;
  const { name } = layer;
  const add = (to: Place, cost: Partial<Cost>): Place => {
    rows.push({ ...FREE, ...cost, bytes: BYTES * to.side ** 2 * to.channels, ...to, name, layer });
    return to;
  };
  const misfit = (k: number): Misfit => ({ name, k, side: at.side });
  switch (layer.t) {
    case 'conv': {
      const { k, o, g = 1, bn = false, bias = !bn } = layer;
      if (at.channels % g !== 0 || o % g !== 0) throw new Error(`${name}: ${g} groups of ${at.channels} to ${o}`);
      const slid = slide(at, layer);
      if (!slid) return misfit(k);
      const weights = k * k * (at.channels / g) * o;
      return add(
        { ...slid, channels: o },
        { weights, biases: bias ? o : 0, bn: bn ? 2 * o : 0, macs: weights * slid.side ** 2 },
      );
    }
    case 'max':
    case 'avg': {
      const slid = slide(at, layer);
      return slid ? add(slid, {}) : misfit(layer.k);
    }
    case 'gap':
      return add({ ...at, side: 1, field: at.field + (at.side - 1) * at.jump }, {});
    case 'lrn':
      return add(at, {});
    case 'bn':
      return add(at, { bn: 2 * at.channels });
    case 'fc': {
      const { o, bias = true } = layer;
      const weights = at.side ** 2 * at.channels * o;
      const to = { side: 1, channels: o, field: at.field + (at.side - 1) * at.jump, jump: at.jump };
      return add(to, { weights, biases: bias ? o : 0, macs: weights });
    }
    case 'branch': {
      const ends: Place[] = [];
      for (const branch of layer.b) {
        const end = walkLayers(branch, at, rows);
        if ('k' in end) return end;
        ends.push(end);
      }
      return add(joined(layer, ends), {});
    }
  }
}

/** Where branches meet: all of one side and jump, and seeing what the widest sees. */
function joined({ name, join }: { name: string; join: 'concat' | 'add' }, ends: readonly Place[]): Place {
  const [first] = ends as [Place];
  const agree = ends.every(
    ({ side, jump, channels }) =>
      side === first.side && jump === first.jump && (join === 'concat' || channels === first.channels),
  );
  if (!agree) throw new Error(`${name}: branches of different shapes`);
  const channels = join === 'add' ? first.channels : ends.reduce((sum, end) => sum + end.channels, 0);
  return { ...first, channels, field: Math.max(...ends.map(({ field }) => field)) };
}

function walkLayers(layers: readonly Layer[], from: Place, rows: Row[]): Place | Misfit {
  let at = from;
  for (const layer of layers) {
    const next = walkLayer(layer, at, rows);
    if ('k' in next) return next;
    at = next;
  }
  return at;
}

/** Walks a net from its input: shapes, costs and receptive fields of its layers and stages. */
export function walk(choice: Choice): Walk {
  const input = { side: choice.side, channels: FAMILIES[choice.family].channels, field: 1, jump: 1 };
  const stages: WalkedStage[] = [];
  let [at, misfit]: [Place, Misfit | null] = [input, null];
  for (const { name, layers } of stagesOf(choice)) {
    const rows: Row[] = [];
    const next = walkLayers(layers, at, rows);
    if ('k' in next) {
      misfit = next;
      break;
    }
    at = next;
    stages.push({ ...sumOf(rows), ...at, name, rows });
  }
  return { input, stages, total: sumOf(stages), misfit };
}

/** The smallest input side that the net takes. */
export function leastSide(choice: Choice): number {
  let side = 1;
  while (walk({ ...choice, side }).misfit) side++;
  return side;
}
