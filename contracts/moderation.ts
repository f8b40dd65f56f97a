import * as z from 'zod';
import { IdSchema, PersonSchema, PlaceSchema, PostSchema, ReasonSchema, UserIdSchema } from './discussion';

/**
 * `GET /api/moderation?cohort=ID`, for its staff: reported posts that nobody has dealt with, oldest report first; who is
 * banned.
 */
export const CohortQuerySchema = z.object({ cohort: IdSchema });
export const ModerationSchema = z.object({
  reported: z.array(
    z.object({
      post: PostSchema,
      thread: z.object({ id: z.string(), title: z.string(), team: PlaceSchema.nullable() }),
      reports: z.array(
        z.object({ reporter: PersonSchema.nullable(), reason: z.string(), createdAt: z.iso.datetime() }),
      ),
    }),
  ),
  bans: z.array(
    z.object({
      user: PersonSchema,
      reason: z.string(),
      /** Null: until it is lifted. */
      until: z.iso.datetime().nullable(),
      createdAt: z.iso.datetime(),
    }),
  ),
  /** Instructors, not assistants. */
  mayBan: z.boolean(),
});
export type Moderation = z.infer<typeof ModerationSchema>;

/**
 * `POST /api/moderation` answers 200 `{}`. Hiding and dismissing: staff of the post's cohort; hiding closes its reports.
 * Bans: instructors of the cohort; never of staff. All of it is written into the audit trail.
 */
export const ModerationActionSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('hide-post'), post: IdSchema, hidden: z.boolean(), reason: ReasonSchema.optional() }),
  z.object({ action: z.literal('dismiss-reports'), post: IdSchema, reason: ReasonSchema.optional() }),
  z.object({
    action: z.literal('ban'),
    cohort: IdSchema,
    user: UserIdSchema,
    until: z.iso.datetime().nullable(),
    reason: ReasonSchema,
  }),
  z.object({ action: z.literal('lift-ban'), cohort: IdSchema, user: UserIdSchema }),
]);
export type ModerationAction = z.infer<typeof ModerationActionSchema>;

/** `GET /api/moderation/audit?cohort=ID&cursor=`, for its instructors: what staff did, newest first; `looks=true`: also at whose work they looked. */
export const AuditQuerySchema = CohortQuerySchema.extend({
  cursor: IdSchema.optional(),
  looks: z.enum(['true', 'false']).default('false'),
});
export type AuditQuery = z.infer<typeof AuditQuerySchema>;

export const AuditSchema = z.object({
  entries: z.array(
    z.object({
      id: z.string(),
      actor: PersonSchema.nullable(),
      /** `thread.lock`, `post.hide`, `member.ban`, `learner.look`, … */
      action: z.string(),
      /** Id of what it was done to. */
      subject: z.string(),
      /** Of what was done to a person, or to their work: who. */
      about: PersonSchema.nullable(),
      reason: z.string().nullable(),
      createdAt: z.iso.datetime(),
    }),
  ),
  next: z.string().nullable(),
});
export type Audit = z.infer<typeof AuditSchema>;
