import type { UrlFormat } from '../use-url-state';
import { MODELS, type ModelName } from './models';

/** Settings of the bootstrap bags: how many, the bag that is looked at (1, 2, …), the model fitted to each, the draws. */
export type BagsState = { bags: number; shown: number; model: ModelName; seed: number };

export const bagsInitial: BagsState = { bags: 8, shown: 1, model: 'tree', seed: 1 };

export const BAGS_RANGE = { min: 1, max: 50, step: 1 };
/** Bags that are pictured, and of which one can be looked at. */
export const PICTURED = 8;
export const SEEDS = 999;

const isCount = (value: number, max: number) => Number.isInteger(value) && value >= 1 && value <= max;

/** `8;1;tree;1`: bags, the one looked at, model, seed. */
export const bagsUrl: UrlFormat<BagsState> = {
  parameter: 'bags',
  format: ({ bags, shown, model, seed }) => [bags, shown, model, seed].join(';'),
  parse: (text) => {
    const [bags, shown, name, seed] = text.split(';');
    const model = MODELS.find((one) => one === name);
    const numbers = { bags: Number(bags), shown: Number(shown), seed: Number(seed) };
    const sound =
      model !== undefined &&
      isCount(numbers.bags, BAGS_RANGE.max) &&
      isCount(numbers.shown, Math.min(PICTURED, numbers.bags)) &&
      isCount(numbers.seed, SEEDS);
    return sound ? { ...numbers, model } : null;
  },
};
