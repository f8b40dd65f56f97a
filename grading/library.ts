import type { ExerciseId } from './exercise-id';
import type { Localized } from './localized';

/** The module that a learner's own passed solutions are imported from, where an exercise has it. */
export const LAYERS_MODULE = 'my-layers';

/** What one exercise gives to a learner's library, and the learner's solution of it. */
export interface Layer {
  exercise: ExerciseId;
  title: Localized;
  /** Functions that the exercise's solution exports. */
  entries: readonly string[];
  /** What is imported under other names: another function of it, called with these arguments after its own. */
  views: Readonly<Record<string, { entry: string; last: readonly (string | number)[] }>>;
  /** TypeScript; null while there is no passed solution. */
  source: string | null;
}

/** Everything that `import … from 'my-layers'` may name. */
export type Library = readonly Layer[];

/** Names that a layer exports. @example exportsOf(pooling) // ['pool2d', 'maxPool', 'avgPool'] */
export const exportsOf = ({ entries, views }: Pick<Layer, 'entries' | 'views'>): string[] => [
  ...entries,
  ...Object.keys(views),
];
