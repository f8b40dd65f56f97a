import * as z from 'zod';
import { ExerciseIdSchema } from '@/grading/exercise-id';

/** A text that ships with the exercise: `solution`, or the name of one of its `answers/`. */
const ShippedSchema = z.string().regex(/^[a-z\d][a-z\d-]{0,80}$/);

/** `tokens` of it count; the share of these that is in matches. */
const CountsSchema = z.object({ tokens: z.number().int(), matched: z.number().int() });

const WorkSchema = CountsSchema.extend({
  submission: z.uuid(),
  learner: z.object({ id: z.string(), name: z.string() }),
  /** Name of their team. */
  team: z.string().nullable(),
  /** They had opened the solution before. */
  afterSolution: z.boolean(),
});
export type ComparedWork = z.infer<typeof WorkSchema>;

const ShippedTextSchema = CountsSchema.extend({ shipped: ShippedSchema });
export type ShippedText = z.infer<typeof ShippedTextSchema>;

const PairSchema = z.object({
  a: WorkSchema,
  b: z.union([WorkSchema, ShippedTextSchema]),
  /** Tokens in matches over all that count, of both; 0 to 1. */
  likeness: z.number(),
  sameTeam: z.boolean(),
  /** Pairs of two learners that are less alike, of all of them. */
  above: z.number().int(),
});
export type SimilarPair = z.infer<typeof PairSchema>;

/** Twentieths of the likeness from 0 to 1: how many pairs of two learners lie in each; the last holds 1 as well. */
const DistributionSchema = z.array(z.number().int()).length(20);

/** `GET /api/cohorts/[id]/similarity?exercise=`: without an exercise only which there are. */
export const SimilarityQuerySchema = z.object({ exercise: ExerciseIdSchema.optional() });

/**
 * How alike the passing submissions of a cohort are, for its staff: of each learner the first that passed. Only what is
 * nobody's alone (the starter code, and what very many have) does not count. Every answer is written to the audit trail.
 */
export const SimilaritySchema = z.object({
  cohort: z.object({ id: z.string(), name: z.string() }),
  /** In course order; `passed`: learners whose passing submission can be compared. */
  exercises: z.array(z.object({ id: ExerciseIdSchema, passed: z.number().int() })),
  compared: z
    .object({
      exercise: ExerciseIdSchema,
      learners: z.number().int(),
      /** Learners beyond the cap. */
      leftOut: z.number().int(),
      /** Quartiles of the tokens that count of a submission; null for none. */
      tokens: z.object({ q1: z.number(), median: z.number(), q3: z.number() }).nullable(),
      /** Of two learners, whether alike or not. */
      pairs: z.number().int(),
      distribution: DistributionSchema,
      /** The most alike first, at most 200 of each kind. */
      learnerPairs: z.array(PairSchema),
      shippedPairs: z.array(PairSchema),
    })
    .nullable(),
});
export type Similarity = z.infer<typeof SimilaritySchema>;

/** `GET /api/cohorts/[id]/similarity/pair?submission=&with=`: `with` is another submission or a shipped text. */
export const SimilarityPairQuerySchema = z.object({
  submission: z.uuid(),
  with: z.union([z.uuid(), ShippedSchema]),
});
export type SimilarityPairQuery = z.infer<typeof SimilarityPairQuerySchema>;

/** Offsets into a source in UTF-16 units; lines from 1. */
const RegionSchema = z.object({
  from: z.number().int(),
  to: z.number().int(),
  lines: z.tuple([z.number().int(), z.number().int()]),
});
export type Region = z.infer<typeof RegionSchema>;

export const SimilarityPairSchema = z.object({
  exercise: ExerciseIdSchema,
  pair: PairSchema,
  /** Of two learners, of this exercise. */
  pairs: z.number().int(),
  sources: z.object({ a: z.string(), b: z.string() }),
  /** In order of the first source. */
  matches: z.array(z.object({ a: RegionSchema, b: RegionSchema, tokens: z.number().int() })),
});
export type SimilarityEvidence = z.infer<typeof SimilarityPairSchema>;
