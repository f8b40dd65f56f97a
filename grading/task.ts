import * as z from 'zod';
import { ConsoleLineSchema, DeviceSchema, ProblemSchema, ThrownSchema } from './report';
import { EncodedTensorSchema } from './tensor-data';

/**
 * What the judge asks a process that holds learner code to do, and what that process says it saw. Both ends are data:
 * the process gets inputs only, never an expected value, and its answer is untrusted (sizes and shapes are checked by
 * these schemas, right or wrong is decided elsewhere).
 */

/**
 * An argument or a returned value as JSON. Objects with one `$` key are what JSON cannot say:
 * a tensor, a number such as NaN, `undefined`, a seeded `rng: () => number`, the value an earlier task returned.
 */
export type WireValue =
  | null
  | boolean
  | number
  | string
  | { $tensor: z.infer<typeof EncodedTensorSchema> }
  | { $number: 'NaN' | 'Infinity' | '-Infinity' | '-0' }
  | { $undefined: true }
  | { $rng: number }
  | { $output: { task: string; path: (string | number)[] } }
  | WireValue[]
  | { [key: string]: WireValue };

export const WireValueSchema: z.ZodType<WireValue> = z.lazy(() =>
  z.union([
    z.null(),
    z.boolean(),
    z.number(),
    z.string().max(10_000),
    z.strictObject({ $tensor: EncodedTensorSchema }),
    z.strictObject({ $number: z.enum(['NaN', 'Infinity', '-Infinity', '-0']) }),
    z.strictObject({ $undefined: z.literal(true) }),
    z.strictObject({ $rng: z.number().int() }),
    z.strictObject({ $output: z.strictObject({ task: z.string(), path: z.array(z.union([z.string(), z.number()])) }) }),
    z.array(WireValueSchema).max(10_000),
    z.record(z.string().max(200), WireValueSchema),
  ]),
);

export const TaskSchema = z.discriminatedUnion('do', [
  /** `fn(...args)`, called outside `tf.tidy`. */
  z.object({ id: z.string(), do: z.literal('call'), fn: z.string(), args: z.array(WireValueSchema) }),
  /**
   * Vector–Jacobian product by automatic differentiation: the gradients of Σ upstream ⊙ fn(...args) with respect to
   * the tensors at the argument paths `wrt` (`[0]`, `[1, 'w']`). `output` picks the tensor of a structured result.
   */
  z.object({
    id: z.string(),
    do: z.literal('vjp'),
    fn: z.string(),
    args: z.array(WireValueSchema),
    wrt: z.array(z.array(z.union([z.string(), z.number()])).min(1)).min(1),
    output: z.array(z.union([z.string(), z.number()])).default([]),
    upstream: EncodedTensorSchema,
  }),
  /**
   * `drive(entries, ...args)` of a driver: the exercise's own code, which calls the learner's functions as one call cannot
   * (with functions as arguments, many steps in a row, on what they returned) and returns what is to be judged.
   */
  z.object({
    id: z.string(),
    do: z.literal('drive'),
    driver: z.string(),
    args: z.array(WireValueSchema),
    /**
     * The driver returns two sides that must be equal, `{ label: { actual, expected } }`; where they differ, it is called
     * again with simpler arguments. By index: whose rows may be dropped together, whose values may be any.
     */
    shrink: z.object({ rows: z.array(z.number().int()), values: z.array(z.number().int()) }).optional(),
  }),
]);
export type Task = z.infer<typeof TaskSchema>;

/** A returned value that is no data at all. `what` names it: `promise`, `disposed-tensor`, `function`, `undefined`, … */
export const InvalidResultSchema = z.object({ what: z.string().max(100), path: z.string().max(200) });

export const ObservationSchema = z.object({
  task: z.string(),
  /** Time inside the learner's function, milliseconds. */
  ms: z.number(),
  result: z.discriminatedUnion('type', [
    z.object({ type: z.literal('returned'), value: WireValueSchema }),
    /** One per `wrt`; null where the output does not depend on it. */
    z.object({ type: z.literal('gradients'), gradients: z.array(EncodedTensorSchema.nullable()) }),
    z.object({ type: z.literal('invalid'), invalid: InvalidResultSchema }),
    z.object({ type: z.literal('threw'), thrown: ThrownSchema }),
  ]),
  /** Growth of `tf.memory().numTensors` less the tensors returned. */
  leaked: z.number().int(),
  /** State of the tensors passed in, after the call. */
  inputs: z.enum(['intact', 'changed', 'disposed']),
  /** The simplest arguments on which the two sides still differ; `result` is what came of them. */
  shrunk: z.array(WireValueSchema).optional(),
  /** Kernels the call launched, by name. */
  kernels: z.record(z.string(), z.number().int()),
  /** Most bytes that tensors held at once during the call, more than before it. */
  peakBytes: z.number().int(),
});
export type Observation = z.infer<typeof ObservationSchema>;

/** A module of the learner's library: a passed solution, compiled like any source, in a scope of its own. */
const CompiledLayerSchema = z.object({
  exercise: z.string(),
  source: z.string(),
  entries: z.array(z.string()).min(1),
  views: z.record(
    z.string(),
    z.object({ entry: z.string(), last: z.array(z.union([z.string(), z.number()])).readonly() }),
  ),
});
export type CompiledLayer = z.infer<typeof CompiledLayerSchema>;

/** Everything a runner needs. `source` is what `compile` made: strict CommonJS whose line numbers are the learner's. */
export const JobSchema = z.object({
  source: z.string(),
  /** Names the module must export as functions. */
  entries: z.array(z.string()).min(1),
  /**
   * What throws when touched: members of `tf` as dotted paths (`tf.softmax`, `tf.layers.*`) and methods of tensors
   * (`.dataSync`). Other names are refused by `compile` alone.
   */
  forbidden: z.array(z.string()),
  tasks: z.array(TaskSchema),
  /** Compiled sources of the drivers that the tasks name. */
  drivers: z.record(z.string(), z.string()).optional(),
  /** What `my-layers` is made of: those modules that the source imports from. As untrusted as the source. */
  layers: z.array(CompiledLayerSchema).optional(),
});
export type Job = z.infer<typeof JobSchema>;

export interface Limits {
  /** A task is killed this long after the last kernel it dispatched, milliseconds. */
  heartbeatMs: number;
  /** The whole job is killed after this, milliseconds. */
  totalMs: number;
}

export const RunOutcomeSchema = z.object({
  device: DeviceSchema,
  /** In the order of `tasks`; shorter when the run was stopped. */
  observations: z.array(ObservationSchema),
  /** The task that was running when the time was over. Those after it are run again without it by the caller. */
  hung: z.string().optional(),
  problem: ProblemSchema.optional(),
  console: z.object({ lines: z.array(ConsoleLineSchema), truncated: z.boolean() }),
});
export type RunOutcome = z.infer<typeof RunOutcomeSchema>;

/** What a run tells while it lasts. After a restart it may tell the same again. */
export interface RunListeners {
  observation?: (observation: Observation) => void;
  /** The number `at` a place of the curve that a task draws; null where it is not finite. */
  point?: (task: string, at: number, value: number | null) => void;
}

/** A place where learner code runs: the page's worker, the server's sandbox, or (references only) this process. */
export interface Runner {
  /** Never rejects for anything the learner's code did: that is in the outcome. */
  run(job: Job, limits: Limits, on?: RunListeners): Promise<RunOutcome>;
}
