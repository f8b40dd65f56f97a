import type { UrlFormat } from '../use-url-state';
import { type Place, roll, SURFACES, type SurfaceName } from './surfaces';

/** Settings: the function, where the ball is let go, how many steps it may make. */
export type ZooState = { surface: SurfaceName; start: Place; steps: number };

export const zooInitial: ZooState = { surface: 'minimum', start: [1.2, 0], steps: 0 };

export const SURFACE_NAMES = Object.keys(SURFACES) as SurfaceName[];
export const START_RANGE = { min: -1.4, max: 1.4, step: 0.05 };
export const MOST_STEPS = 400;

/** Whether the ball has further to go. */
export const canRoll = ({ surface, start, steps }: ZooState) =>
  steps < MOST_STEPS && roll(surface, start, steps).end === 'rolling';

const isStart = (value: number) => value >= START_RANGE.min && value <= START_RANGE.max;

/** `saddle;1.2,0;0`: function, start, steps. */
export const zooUrl: UrlFormat<ZooState> = {
  parameter: 'zoo',
  format: ({ surface, start, steps }) => [surface, start.join(','), steps].join(';'),
  parse: (text) => {
    const [name, at = '', steps] = text.split(';');
    const surface = SURFACE_NAMES.find((one) => one === name);
    const [x = Number.NaN, y = Number.NaN, ...rest] = at.split(',').map((part) => Number(part || 'none'));
    const count = Number(steps || 'none');
    const sound = isStart(x) && isStart(y) && rest.length === 0 && Number.isInteger(count) && count >= 0;
    return surface && sound && count <= MOST_STEPS ? { surface, start: [x, y], steps: count } : null;
  },
};
