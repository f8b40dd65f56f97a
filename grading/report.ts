import * as z from 'zod';
import { ExerciseIdSchema } from './exercise-id';
import { LocalizedSchema } from './localized';
import { EncodedTensorSchema } from './tensor-data';

export const CheckKindSchema = z.enum([
  'value',
  'gradient',
  'backward',
  'property',
  'throws',
  'purity',
  'leak',
  'budget',
  'uses',
  'training',
]);
export type CheckKind = z.infer<typeof CheckKindSchema>;

export const VisibilitySchema = z.enum(['public', 'hidden']);
export type Visibility = z.infer<typeof VisibilitySchema>;

export const OutcomeSchema = z.enum(['passed', 'failed', 'errored', 'timed-out', 'skipped']);
export type Outcome = z.infer<typeof OutcomeSchema>;

/** Where in the learner's own source, 1-based. */
export const SourceLocationSchema = z.object({
  line: z.number().int().positive(),
  column: z.number().int().positive(),
});
export type SourceLocation = z.infer<typeof SourceLocationSchema>;

/** Something the learner's code threw. `stack` holds only frames of the learner's own source. */
export const ThrownSchema = z.object({
  name: z.string(),
  message: z.string(),
  location: SourceLocationSchema.optional(),
  stack: z.array(z.object({ fn: z.string(), ...SourceLocationSchema.shape })).optional(),
});
export type Thrown = z.infer<typeof ThrownSchema>;

/**
 * One tensor that came out against the one that was due. Of a hidden check a learner gets no `actual`, `expected`
 * or `worst`: see `redactReport`.
 */
export const TensorComparisonSchema = z.object({
  /** What is compared, in the exercise's own symbols: `Y`, `dW`, `rows sum to 1`. */
  label: z.string(),
  actualShape: z.array(z.number()),
  expectedShape: z.array(z.number()),
  actual: EncodedTensorSchema.optional(),
  expected: EncodedTensorSchema.optional(),
  /** Largest and mean |actual − expected| over finite pairs; null when the shapes differ. */
  maxError: z.number().nullable(),
  meanError: z.number().nullable(),
  atol: z.number(),
  rtol: z.number(),
  /** Elements outside the tolerance, of `total`. */
  failing: z.number().int(),
  total: z.number().int(),
  passed: z.boolean(),
  worst: z
    .array(
      z.object({
        index: z.array(z.number()),
        /** As text, so that NaN and Infinity survive JSON. */
        actual: z.string(),
        expected: z.string(),
      }),
    )
    .optional(),
});
export type TensorComparison = z.infer<typeof TensorComparisonSchema>;

/** Why it is probably wrong. */
export const DiagnosisSchema = z.object({
  /** `mistake:NAME` of the exercise's own, or `pattern:NAME`. */
  id: z.string(),
  text: LocalizedSchema,
  /** 0 to 1; below the engine's threshold no diagnosis is given at all. */
  confidence: z.number(),
});
export type Diagnosis = z.infer<typeof DiagnosisSchema>;

/** What a failure on the page's GPU is worth, after the same code was run on the page's CPU. */
export const SecondOpinionSchema = z.object({
  /** `rounding`: right on the CPU, a little off here. `fault`: right on the CPU, far off here. `bug`: wrong on both. */
  verdict: z.enum(['rounding', 'fault', 'bug']),
  /** Elements that differ on the device, the worst first. */
  elements: z.array(z.object({ label: z.string(), index: z.array(z.number()) })),
});
export type SecondOpinion = z.infer<typeof SecondOpinionSchema>;

export const CheckResultSchema = z.object({
  id: z.string(),
  kind: CheckKindSchema,
  visibility: VisibilitySchema,
  title: LocalizedSchema,
  outcome: OutcomeSchema,
  points: z.number(),
  maxPoints: z.number(),
  /** Time in the learner's code, milliseconds. Never graded. */
  ms: z.number(),
  message: LocalizedSchema,
  diagnosis: DiagnosisSchema.optional(),
  tensors: z.array(TensorComparisonSchema).optional(),
  /** The arguments on which a property failed, as simple as they could be made. */
  counterexample: z.array(z.object({ name: z.string(), value: z.unknown() })).optional(),
  thrown: ThrownSchema.optional(),
  secondOpinion: SecondOpinionSchema.optional(),
});
export type CheckResult = z.infer<typeof CheckResultSchema>;

/** What stopped the run before or across its checks. */
export const ProblemSchema = z.object({
  code: z.enum([
    'syntax-error',
    'source-too-large',
    'missing-export',
    'forbidden-name',
    'forbidden-import',
    'load-error',
    'load-timeout',
    'out-of-memory',
    'crashed',
    'output-too-large',
    'protocol-violation',
    'device-lost',
    'missing-layer',
    'broken-layer',
  ]),
  message: LocalizedSchema,
  location: SourceLocationSchema.optional(),
  /** The exercise to look at: the one whose solution is missing from the learner's library. */
  exercise: ExerciseIdSchema.optional(),
});
export type Problem = z.infer<typeof ProblemSchema>;

export const ConsoleLineSchema = z.object({
  level: z.enum(['log', 'info', 'warn', 'error', 'debug']),
  text: z.string(),
  /** The task that was running; absent while the module loaded. Lines of hidden checks' tasks are never shown. */
  task: z.string().optional(),
});
export type ConsoleLine = z.infer<typeof ConsoleLineSchema>;

export const DeviceSchema = z.object({
  backend: z.enum(['webgpu', 'webgl', 'cpu']),
  /** Adapter or renderer name as the browser gives it. */
  adapter: z.string().optional(),
  /** Why a better backend was not used. */
  fallback: LocalizedSchema.optional(),
});
export type Device = z.infer<typeof DeviceSchema>;

/** A grade: the same shape from the page and from the server. */
export const ReportSchema = z.object({
  exercise: z.string(),
  /** Content hash of the exercise that graded. */
  version: z.string(),
  /** `provisional` from the page (public checks only), `verified` from the server (every check). */
  authority: z.enum(['provisional', 'verified']),
  device: DeviceSchema,
  /** Every check passed. */
  passed: z.boolean(),
  score: z.number(),
  maxScore: z.number(),
  ms: z.number(),
  problem: ProblemSchema.optional(),
  checks: z.array(CheckResultSchema),
  console: z.object({ lines: z.array(ConsoleLineSchema), truncated: z.boolean() }),
});
export type Report = z.infer<typeof ReportSchema>;
