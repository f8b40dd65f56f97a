import type { UrlFormat } from '../use-url-state';
import { DRAWINGS, EXAMPLES } from './noise-data';

/** What has been fitted to all examples before the split: nothing, the scaler, or the selection of features. */
export const LEAKS = ['none', 'scaler', 'selection'] as const;
export type Leak = (typeof LEAKS)[number];

/** Settings of the k-fold board. `drawing` is the noise that is looked at. */
export type KFoldState = { k: number; stratified: boolean; leak: Leak; drawing: number };

export const kfoldInitial: KFoldState = { k: 5, stratified: false, leak: 'none', drawing: 1 };

export const K_RANGE = { min: 2, max: EXAMPLES, step: 1 };

const isCount = (value: number, min: number, max: number) => Number.isInteger(value) && value >= min && value <= max;

/** `5;shuffled;none;1`: folds, kind of split, leak, drawing. */
export const kfoldUrl: UrlFormat<KFoldState> = {
  parameter: 'kfold',
  format: ({ k, stratified, leak, drawing }) => [k, stratified ? 'stratified' : 'shuffled', leak, drawing].join(';'),
  parse: (text) => {
    const [k, split, leakName, drawing] = text.split(';');
    const leak = LEAKS.find((name) => name === leakName);
    const numbers = { k: Number(k), drawing: Number(drawing) };
    const sound =
      leak !== undefined &&
      (split === 'shuffled' || split === 'stratified') &&
      isCount(numbers.k, K_RANGE.min, K_RANGE.max) &&
      isCount(numbers.drawing, 1, DRAWINGS);
    return sound ? { ...numbers, leak, stratified: split === 'stratified' } : null;
  },
};
