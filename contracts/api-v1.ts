/**
 * What `/api/v1` answers to programs: `docs/api.md`. Fields may be added; none is taken away or changes its meaning while it is
 * version 1.
 */
import * as z from 'zod';
import { ExerciseIdSchema } from '@/grading/exercise-id';
import { LocalizedSchema } from '@/grading/localized';

export const API_SCOPES = ['cohorts:read', 'roster:read', 'grades:read', 'submissions:read'] as const;
export const ApiScopeSchema = z.enum(API_SCOPES);
export type ApiScope = z.infer<typeof ApiScopeSchema>;

/** Schemas that the OpenAPI document names. */
export const API_SCHEMAS = z.registry<{ id: string }>();

function named<Schema extends z.ZodType>(id: string, schema: Schema): Schema {
  API_SCHEMAS.add(schema, { id });
  return schema;
}

const MomentSchema = z.iso.datetime();

/** Items of a page, in order; `next` is the `cursor` of the page after it, null on the last. */
function pageOf<Item extends z.ZodType>(id: string, item: Item) {
  return named(id, z.object({ data: z.array(item), next: z.string().nullable() }));
}

export const ApiCohortSchema = named(
  'Cohort',
  z.object({
    id: z.string(),
    name: z.string(),
    timeZone: z.string(),
    startsOn: z.iso.date(),
    endsOn: z.iso.date().nullable(),
    learners: z.number().int(),
  }),
);
export type ApiCohort = z.infer<typeof ApiCohortSchema>;
export const ApiCohortPageSchema = pageOf('CohortPage', ApiCohortSchema);

export const ApiLearnerSchema = named(
  'Learner',
  z.object({
    id: z.string(),
    name: z.string(),
    /** Null for who has given none. */
    email: z.string().nullable(),
    /** Whether they have proved that it is theirs. */
    emailVerified: z.boolean(),
    team: z.object({ id: z.string(), name: z.string() }).nullable(),
    joinedAt: MomentSchema,
  }),
);
export const ApiLearnerPageSchema = pageOf('LearnerPage', ApiLearnerSchema);

export const ApiExerciseSchema = named(
  'Exercise',
  z.object({
    id: ExerciseIdSchema,
    title: LocalizedSchema,
    outOf: z.number(),
    weight: z.number(),
    opensAt: MomentSchema.nullable(),
    dueAt: MomentSchema.nullable(),
  }),
);
export const ApiExercisePageSchema = pageOf('ExercisePage', ApiExerciseSchema);

/** One exercise of one learner, and how its points came about. */
const ApiGradeSchema = named(
  'Grade',
  z.object({
    exercise: ExerciseIdSchema,
    weight: z.number(),
    /** As they count, after what lateness takes off. */
    points: z.number(),
    outOf: z.number(),
    /** Before anything was taken off. */
    earned: z.number(),
    /** Days after the due date that were begun, and the percent that they took off. */
    lateDays: z.number().int(),
    penalty: z.number(),
    /** Null: nothing that scores was handed in. */
    source: z.enum(['submission', 'override']).nullable(),
    /** For this learner: an extension is in it. */
    dueAt: MomentSchema.nullable(),
    isExtended: z.boolean(),
    /** It is in `total.soFar`. */
    counts: z.boolean(),
  }),
);

export const ApiGradesSchema = named(
  'Grades',
  z.object({
    learner: z.object({ id: z.string(), name: z.string() }),
    /** From 0 to 1: over what is due by now, and over the whole plan. Null where nothing counts. */
    total: z.object({ soFar: z.number().nullable(), all: z.number().nullable() }),
    exercises: z.array(ApiGradeSchema),
  }),
);
export type ApiGrades = z.infer<typeof ApiGradesSchema>;
export const ApiGradesPageSchema = pageOf('GradesPage', ApiGradesSchema);

export const ApiSubmissionSchema = named(
  'Submission',
  z.object({
    id: z.string(),
    learner: z.string(),
    exercise: ExerciseIdSchema,
    /** 1, 2, 3… of this learner and exercise. */
    number: z.number().int(),
    status: z.enum(['queued', 'running', 'graded', 'failed']),
    passed: z.boolean().nullable(),
    points: z.number().nullable(),
    outOf: z.number().nullable(),
    /** Handed in after the learner had opened the solution. */
    afterSolution: z.boolean(),
    /** Of the exercise that graded it. */
    version: z.string(),
    handedInAt: MomentSchema,
  }),
);
export const ApiSubmissionPageSchema = pageOf('SubmissionPage', ApiSubmissionSchema);

/** RFC 9457, `application/problem+json`: every answer that is not 2xx or 304. */
export const ApiProblemSchema = named(
  'Problem',
  z.object({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(['invalid-input', 'not-signed-in', 'forbidden', 'not-found', 'rate-limited', 'unavailable']),
    /** Of `invalid-input`: which parameters are wrong, and why. */
    errors: z.array(z.object({ parameter: z.string(), message: z.string() })).optional(),
  }),
);
export type ApiProblem = z.infer<typeof ApiProblemSchema>;

/** An id in an address or a cursor. */
export const ApiIdSchema = z.string().regex(/^[\w-]{1,64}$/);

/** Of every list. */
export const ApiPageQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(100),
  /** `next` of the page before. */
  cursor: ApiIdSchema.optional(),
});
export type ApiPageQuery = z.infer<typeof ApiPageQuerySchema>;

/** In the order in which they were handed in. `since`: handed in then or later. */
export const ApiSubmissionQuerySchema = ApiPageQuerySchema.extend({
  learner: ApiIdSchema.optional(),
  exercise: ExerciseIdSchema.optional(),
  since: z.iso.datetime({ offset: true }).optional(),
});
export type ApiSubmissionQuery = z.infer<typeof ApiSubmissionQuerySchema>;
