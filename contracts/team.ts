import * as z from 'zod';
import { ExerciseIdSchema } from '@/grading/exercise-id';

/** Eight letters and digits that are told by word of mouth: no 0, O, 1, I or L. Case, spaces and hyphens do not matter. */
export const JoinCodeSchema = z
  .string()
  .max(40)
  .transform((code) => code.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase())
  .pipe(z.string().regex(/^[A-Z0-9]{4,16}$/));

/** Composed Hangul, no spaces at the ends or in a row; as long as 40 characters. */
export const TeamNameSchema = z
  .string()
  .max(400)
  .transform((name) => name.normalize('NFC').replace(/\s+/gu, ' ').trim())
  .pipe(
    z
      .string()
      .min(1)
      .max(40)
      // Control and direction characters would let one name look like another.
      .regex(/^[^\p{Cc}\p{Cf}]+$/u),
  );

/** What teammates may see of one's progress: nothing, which exercises are passed, or attempts, scores and days of work too. */
export const SharingSchema = z.enum(['NOTHING', 'STATES', 'DETAILS']);
export type Sharing = z.infer<typeof SharingSchema>;

const RoleSchema = z.enum(['LEARNER', 'ASSISTANT', 'INSTRUCTOR']);

/** `GET /api/teams`: the viewer's cohorts that are not archived, each with the team that they are in. */
export const OwnTeamsSchema = z.object({
  cohorts: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      role: RoleSchema,
      teamSize: z.number().int(),
      shares: SharingSchema,
      team: z.object({ id: z.string(), name: z.string() }).nullable(),
    }),
  ),
});
export type OwnTeams = z.infer<typeof OwnTeamsSchema>;

/** `POST /api/cohorts/join`: enrols the viewer as a learner. Who is in already stays as they are. Answers {@link JoinedSchema}. */
export const JoinInputSchema = z.object({ code: JoinCodeSchema });
/** `team` is null after joining a cohort alone. */
export const JoinedSchema = z.object({
  cohort: z.object({ id: z.string(), name: z.string() }),
  team: z.object({ id: z.string(), name: z.string() }).nullable(),
});
export type Joined = z.infer<typeof JoinedSchema>;

/** `GET /api/teams/join?code=`: what a code opens, before it is used. `POST` with {@link JoinInputSchema} uses it. */
export const JoinPreviewSchema = z.object({
  kind: z.enum(['cohort', 'team']),
  /** Of the cohort or of the team. */
  name: z.string(),
  cohort: z.string(),
  /** `in`: already there; `elsewhere`: in another team of the cohort; `staff`: teaches there; `full`: no place is left. */
  state: z.enum(['open', 'in', 'elsewhere', 'staff', 'full']),
  team: z.string().nullable(),
});
export type JoinPreview = z.infer<typeof JoinPreviewSchema>;

/** `POST /api/teams`: 201 {@link TeamAnswerSchema}; 409 when the name is taken or the viewer is in a team of the cohort. */
export const TeamInputSchema = z.object({ cohort: z.uuid(), name: TeamNameSchema });
/** `PUT /api/teams/[id]`: 409 when the name is taken. */
export const TeamRenameSchema = z.object({ name: TeamNameSchema });

export const TeamSchema = z.object({
  id: z.string(),
  name: z.string(),
  cohort: z.object({
    id: z.string(),
    name: z.string(),
    timeZone: z.string(),
    teamSize: z.number().int(),
    /** Null for who may not invite to it. */
    joinCode: z.string().nullable(),
  }),
  joinCode: z.string(),
  /** `staff` sees the team without being in it. */
  viewer: z.enum(['member', 'staff']),
  /** The viewer's own setting; null for staff. */
  shares: SharingSchema.nullable(),
  /**
   * In the order of joining. `streak`: days in a row with a post in the learning log, of posts that the viewer may see; null of
   * who has shared none.
   */
  members: z.array(z.object({ id: z.string(), name: z.string(), streak: z.number().int().nullable() })),
});
export type Team = z.infer<typeof TeamSchema>;
/** `GET` and `PUT /api/teams/[id]`, `POST /api/teams`, `POST /api/teams/[id]/code`. */
export const TeamAnswerSchema = z.object({ team: TeamSchema });

/** `PUT /api/teams/sharing` answers {@link OwnTeamsSchema}. */
export const SharingInputSchema = z.object({ cohort: z.uuid(), shares: SharingSchema });

/** `GET /api/teams?cohort=`, staff: all teams of a cohort, and who is in none. */
export const CohortTeamsSchema = z.object({
  cohort: z.object({ id: z.string(), name: z.string(), joinCode: z.string().nullable(), teamSize: z.number().int() }),
  teams: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      members: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  ),
  without: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type CohortTeams = z.infer<typeof CohortTeamsSchema>;

/** `PUT /api/teams/move`, instructors: puts a learner of the cohort into one of its teams, or (null) out of theirs. 204-like `{ ok }`. */
export const MoveInputSchema = z.object({
  cohort: z.uuid(),
  user: z.string().min(1).max(100),
  team: z.uuid().nullable(),
  reason: z.string().trim().max(500).optional(),
});
export const OkSchema = z.object({ ok: z.literal(true) });

/**
 * `GET /api/teams/[id]/progress`: side by side, as far as each member agrees. Who shares nothing has empty `passed`; `tried`
 * and `days` are only of who shares details. The viewer's own row is always whole, and staff see all.
 */
export const TeamProgressSchema = z.object({
  members: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      shares: SharingSchema,
      passed: z.array(ExerciseIdSchema),
      tried: z
        .array(
          z.object({
            exercise: ExerciseIdSchema,
            attempts: z.number().int(),
            bestScore: z.number(),
            maxScore: z.number(),
          }),
        )
        .nullable(),
      /** Days with a submission among the last seven, in the cohort's time zone. */
      days: z.number().int().nullable(),
    }),
  ),
});
export type TeamProgress = z.infer<typeof TeamProgressSchema>;

/** `POST /api/teams/[id]/presence`: "I am here". `hello` asks the others to say so too. */
export const PresenceInputSchema = z.object({ hello: z.boolean() });
