import * as z from 'zod';
import { EmailSchema } from './account';

/** Days between asking for an erasure and its being done, in which it can be taken back. */
export const ERASURE_DAYS = 14;

/** What becomes of somebody's posts: they stay without their author, or their words go. */
export const ErasedPostsSchema = z.enum(['keep', 'remove']);
export type ErasedPosts = z.infer<typeof ErasedPostsSchema>;

/** `GET /api/account/erasure`, and what `POST` answers. Null: none is asked for. */
export const ErasureSchema = z.object({
  erasure: z
    .object({
      dueAt: z.iso.datetime(),
      posts: ErasedPostsSchema,
      /** Names of cohorts whose last instructor they have become since: until there is another they are not erased. */
      lastIn: z.array(z.string()),
    })
    .nullable(),
});
export type Erasure = z.infer<typeof ErasureSchema>;

/** `POST /api/account/erasure`: of a member; `password` where the account has one. `DELETE` takes it back. */
export const ErasureInputSchema = z.object({
  password: z.string().min(1).max(128).optional(),
  posts: ErasedPostsSchema,
});
export type ErasureInput = z.infer<typeof ErasureInputSchema>;

/**
 * What is kept for a number of days, or for ever. `session-addresses`: address and browser of sessions not used since.
 * `looks`: who looked at whose work. `runs`: gradings that count no more. `draft-copies`: earlier versions of drafts.
 * `notifications`: inbox lines that were read. `archived-cohorts`: the cohort with its teams, threads and sessions.
 */
export const RETENTION_KINDS = [
  'session-addresses',
  'looks',
  'runs',
  'draft-copies',
  'notifications',
  'archived-cohorts',
] as const;
export const RetentionKindSchema = z.enum(RETENTION_KINDS);
export type RetentionKind = z.infer<typeof RetentionKindSchema>;

/** Those that a cohort may have otherwise than the site. */
export const COHORT_KINDS = ['looks', 'runs', 'archived-cohorts'] as const satisfies readonly RetentionKind[];

/** Days that hold where nothing is set; null: for ever. */
export const RETENTION_DEFAULTS: Record<RetentionKind, number | null> = {
  'session-addresses': 90,
  looks: null,
  runs: null,
  'draft-copies': null,
  notifications: null,
  'archived-cohorts': null,
};

const DaysSchema = z.number().int().min(1).max(3_650).nullable();
const CountsSchema = z.record(RetentionKindSchema, z.number().int());
export type RetentionCounts = z.infer<typeof CountsSchema>;

/** `GET /api/site/retention`, for who runs the site. */
export const RetentionSchema = z.object({
  site: z.record(RetentionKindSchema, DaysSchema),
  /** Cohorts that have something otherwise, of all; `days` absent: as the site. */
  cohorts: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      archived: z.boolean(),
      days: z.partialRecord(RetentionKindSchema, DaysSchema),
    }),
  ),
  /** What would be removed now. */
  due: CountsSchema,
  /** When something was removed, the latest first. */
  applied: z.array(z.object({ at: z.iso.datetime(), removed: CountsSchema })),
});
export type Retention = z.infer<typeof RetentionSchema>;

/** `PUT /api/site/retention`: `days` `site` for a cohort: as the site has it. */
export const RetentionInputSchema = z.object({
  /** Null: of the site. */
  cohort: z.uuid().nullable(),
  kind: RetentionKindSchema,
  days: z.union([DaysSchema, z.literal('site')]),
});
export type RetentionInput = z.infer<typeof RetentionInputSchema>;

/** `POST /api/site/retention`: removes what is due. */
export const RetentionAppliedSchema = z.object({ removed: CountsSchema });

/** `GET /api/site/people?email=`: an account by its whole address. */
export const PersonQuerySchema = z.object({ email: EmailSchema });
export const SitePersonSchema = z.object({
  person: z
    .object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      createdAt: z.iso.datetime(),
      cohorts: z.array(z.string()),
      erasure: ErasureSchema.shape.erasure,
      /** Names of cohorts whose last instructor they are: until there is another they cannot be erased. */
      lastIn: z.array(z.string()),
    })
    .nullable(),
});
export type SitePerson = z.infer<typeof SitePersonSchema>;

/** `POST /api/site/people/[id]/erasure`; `DELETE` takes back one that is not done yet. */
export const PersonErasureInputSchema = z.object({
  posts: ErasedPostsSchema,
  /** `later`: after {@link ERASURE_DAYS}. */
  at: z.enum(['now', 'later']),
  reason: z.string().trim().min(1).max(2_000),
});
export type PersonErasureInput = z.infer<typeof PersonErasureInputSchema>;

/** `GET /api/site/audit`: what was done about people and the site as a whole, the latest first. */
export const SiteAuditSchema = z.object({
  entries: z.array(
    z.object({
      id: z.string(),
      action: z.string(),
      /** Null: the site itself, or somebody whose account is gone. */
      actor: z.string().nullable(),
      /** Name; null for nobody, or somebody whose account is gone. */
      about: z.string().nullable(),
      reason: z.string().nullable(),
      createdAt: z.iso.datetime(),
    }),
  ),
});
export type SiteAudit = z.infer<typeof SiteAuditSchema>;
