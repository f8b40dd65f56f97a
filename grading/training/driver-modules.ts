import * as trainer from './trainer';

/** What drivers may import beside the tensor library, by the name under which they do: our own code, in the learner's realm. */
export const DRIVER_MODULES: ReadonlyMap<string, object> = new Map([['@/grading/training/trainer', trainer]]);
