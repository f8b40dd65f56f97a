import type { UrlFormat } from '../use-url-state';
import { TASKS, type Task } from './head';

/** Settings of the task wheel; the batch is always of {@link BATCH}. */
export type WheelState = { task: Task; height: number; classes: number };

export const BATCH = 8;
export const HEIGHTS = { min: 32, max: 256, step: 32 };
/** At least the four of the drawing: background, person, ball, tree. */
export const CLASSES = { min: 4, max: 100, step: 1 };

export const wheelInitial: WheelState = { task: 'classification', height: 64, classes: 5 };

const within = (value: number, { min, max, step }: typeof CLASSES) =>
  value >= min && value <= max && (value - min) % step === 0;

/** `segmentation;64;5`: task, height, classes. */
export const wheelUrl: UrlFormat<WheelState> = {
  parameter: 'task',
  format: ({ task, height, classes }) => [task, height, classes].join(';'),
  parse: (text) => {
    const [name, height, classes, ...rest] = text.split(';');
    const task = TASKS.find((one) => one === name);
    if (!task || rest.length > 0) return null;
    const state = { task, height: Number(height), classes: Number(classes) };
    return within(state.height, HEIGHTS) && within(state.classes, CLASSES) ? state : null;
  },
};
