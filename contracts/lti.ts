import * as z from 'zod';
import { ExerciseIdSchema } from '@/grading/exercise-id';

/** An address of a platform: https, or http on this very machine. */
export const PlatformUrlSchema = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .refine((url) => {
    const { protocol, hostname } = new URL(url);
    return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  });

const LineSchema = z.string().trim().min(1).max(255);

/** What a platform says about itself. `POST /api/lti/platforms`, who runs the site: 201 {@link PlatformAnswerSchema}; 409 for a known one. */
export const PlatformInputSchema = z.object({
  name: LineSchema,
  issuer: z.url({ protocol: /^https?$/ }).max(255),
  clientId: LineSchema,
  deploymentIds: z
    .array(LineSchema)
    .min(1)
    .max(100)
    .transform((ids) => [...new Set(ids)]),
  authUrl: PlatformUrlSchema,
  tokenUrl: PlatformUrlSchema,
  jwksUrl: PlatformUrlSchema,
});
export type PlatformInput = z.infer<typeof PlatformInputSchema>;

export const PlatformSchema = PlatformInputSchema.extend({ id: z.string(), contexts: z.number().int() });
export type Platform = z.infer<typeof PlatformSchema>;
/** `PUT /api/lti/platforms/[id]` with {@link PlatformInputSchema} answers it too; `DELETE` answers `{ ok: true }`. */
export const PlatformAnswerSchema = z.object({ platform: PlatformSchema });

/** `GET /api/lti/platforms`, who runs the site: what is registered, and the addresses that a platform asks for. */
export const PlatformListSchema = z.object({
  platforms: z.array(PlatformSchema),
  tool: z.object({ login: z.string(), launch: z.string(), choose: z.string(), jwks: z.string() }),
});
export type PlatformList = z.infer<typeof PlatformListSchema>;

/** `POST /api/lti/platforms/invitations`, who runs the site: 201, an address at which a platform registers itself, once, until then. */
export const PlatformInvitationSchema = z.object({ url: z.string(), expiresAt: z.iso.datetime() });

/** `GET /api/lti/account?launch=`: who came from a platform for the first time, in a browser where somebody is signed in. */
export const LaunchQuerySchema = z.object({ launch: z.string().min(1).max(200) });
export const LaunchAccountSchema = z.object({
  platform: z.string(),
  /** On the platform; null where it does not tell. */
  name: z.string().nullable(),
  viewer: z.string(),
});
/** `POST /api/lti/account`: `link` to the viewer's account, or to a new one. Answers {@link LaunchedSchema}. */
export const LaunchAccountInputSchema = LaunchQuerySchema.extend({ link: z.boolean() });
/** Where to go on, with the language. */
export const LaunchedSchema = z.object({ to: z.string() });

const NamedSchema = z.object({ id: z.string(), name: z.string() });

/** `GET /api/lti/contexts/[id]`, who teaches it on its platform: a course there, and which cohorts it could be linked to. */
export const LtiContextSchema = z.object({
  title: z.string(),
  platform: z.string(),
  cohort: NamedSchema.nullable(),
  cohorts: z.array(NamedSchema),
});
export type LtiContext = z.infer<typeof LtiContextSchema>;
/** `PUT /api/lti/contexts/[id]`: links it to a cohort that the viewer teaches. Answers {@link LtiContextSchema}. */
export const LtiContextInputSchema = z.object({ cohort: z.uuid() });

/** `GET /api/cohorts/[id]/lti`, staff: the courses that are linked to a cohort, their rosters and the columns that are filled. */
export const CohortLtiSchema = z.object({
  contexts: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      platform: z.string(),
      /** The platform tells who is in the course; when it was last asked. */
      hasRoster: z.boolean(),
      rosterAt: z.iso.datetime().nullable(),
      /** The platform takes grades. */
      takesGrades: z.boolean(),
      columns: z.array(
        z.object({
          /** Null: the total. */
          exercise: ExerciseIdSchema.nullable(),
          isGone: z.boolean(),
          /** Learners whose score the platform has. */
          accepted: z.number().int(),
          /** Learners whose latest score it did not take. */
          refused: z.number().int(),
        }),
      ),
      members: z.array(
        z.object({
          name: z.string().nullable(),
          role: z.enum(['LEARNER', 'ASSISTANT', 'INSTRUCTOR']).nullable(),
          isActive: z.boolean(),
          /** Id of their account here; null for who has not come yet. */
          user: z.string().nullable(),
        }),
      ),
    }),
  ),
  isManager: z.boolean(),
});
export type CohortLti = z.infer<typeof CohortLtiSchema>;
/**
 * `POST /api/cohorts/[id]/lti`, instructors: reads the roster of a linked course anew, sends it every score anew, or unlinks it.
 * Answers {@link CohortLtiSchema}; 503 where the platform did not answer.
 */
export const CohortLtiActionSchema = z.object({ context: z.uuid(), action: z.enum(['roster', 'scores', 'unlink']) });
export type CohortLtiAction = z.infer<typeof CohortLtiActionSchema>;
