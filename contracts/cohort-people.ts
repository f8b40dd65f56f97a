import * as z from 'zod';
import { LocaleSchema } from '@/grading/localized';
import { EmailSchema } from './account';
import { TeamNameSchema } from './team';

/**
 * The people of a cohort. Its staff read all of it, its instructors change it (an assistant is told 403); a cohort that is not
 * the viewer's is 404, and so is who is not in it.
 */

export const ROLES = ['LEARNER', 'ASSISTANT', 'INSTRUCTOR'] as const;
const RoleSchema = z.enum(ROLES);
export type CohortRole = z.infer<typeof RoleSchema>;

export const PEOPLE_SORTS = ['name', 'email', 'role', 'team', 'joined', 'active'] as const;
/** People on one page. */
export const PEOPLE_PER_PAGE = 100;

/** `GET /api/cohorts/[id]/people?q=&role=&team=&state=&sort=&order=&page=`: everybody enrolled and everybody invited. */
export const PeopleQuerySchema = z.object({
  /** Part of a name or an address. */
  q: z
    .string()
    .max(200)
    .transform((text) => text.normalize('NFC').trim())
    .default(''),
  role: RoleSchema.optional(),
  /** A team's id, or `none`. */
  team: z.union([z.uuid(), z.literal('none')]).optional(),
  state: z.enum(['enrolled', 'invited']).optional(),
  sort: z.enum(PEOPLE_SORTS).default('name'),
  order: z.enum(['asc', 'desc']).default('asc'),
  /** From 1; one past the last is the last. */
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});
export type PeopleQuery = z.infer<typeof PeopleQuerySchema>;

const PersonSchema = z.object({
  /** Of the account, or of the invitation. */
  id: z.string(),
  state: z.enum(['enrolled', 'invited']),
  name: z.string(),
  /** Null: an account without one. */
  email: z.string().nullable(),
  role: RoleSchema,
  team: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Enrolled, or invited, since. */
  joined: z.iso.datetime(),
  /** Last seen on the site, to the hour; null of who is invited. */
  active: z.iso.datetime().nullable(),
  /** Of an invitation: until when its link works, and when its mail went out. */
  expires: z.iso.datetime().nullable(),
  mailed: z.iso.datetime().nullable(),
});
export type CohortPerson = z.infer<typeof PersonSchema>;

export const PeoplePageSchema = z.object({
  cohort: z.object({
    id: z.string(),
    name: z.string(),
    teamSize: z.number().int(),
    /** Null for who may not invite. */
    joinCode: z.string().nullable(),
  }),
  /** The viewer may change what is here. */
  isManager: z.boolean(),
  /** The viewer's own account. */
  self: z.string(),
  /** Whether this site sends mail; without it links are handed out. */
  mail: z.boolean(),
  people: z.array(PersonSchema),
  page: z.number().int(),
  /** How many match the query. */
  matching: z.number().int(),
  enrolled: z.number().int(),
  invited: z.number().int(),
  teams: z.array(z.object({ id: z.string(), name: z.string(), members: z.number().int() })),
  /** Other cohorts to which the viewer may move somebody. */
  cohorts: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Who was removed in the last thirty days and is not in again, the latest first. */
  removed: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      role: RoleSchema,
      by: z.string().nullable(),
      at: z.iso.datetime(),
    }),
  ),
});
export type PeoplePage = z.infer<typeof PeoplePageSchema>;

/**
 * `PATCH /api/cohorts/[id]/people/[user]` answers `{ ok: true }`. 409: it would take the last instructor away, the team is full,
 * or they are in the other cohort already. Staff are in no team. Moved to another cohort, in which the viewer is an instructor
 * too, they keep their role and their work; the team stays behind.
 */
export const PersonChangeSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('role'), role: RoleSchema }),
  z.object({ action: z.literal('team'), team: z.uuid().nullable() }),
  z.object({ action: z.literal('cohort'), cohort: z.uuid() }),
]);
export type PersonChange = z.infer<typeof PersonChangeSchema>;

/** `DELETE /api/cohorts/[id]/people/[user]`: takes somebody out; their work stays theirs. 409: the last instructor. */
export const RemovedSchema = z.object({ removal: z.string() });
/** `POST /api/cohorts/[id]/removals/[removal]`: undoes that. 409: they are in again. `team`: null where it had no place left. */
export const RestoredSchema = z.object({ team: z.string().nullable() });

/** `POST /api/cohorts/[id]/code`: a new code; the old one and its link open nothing from then on. */
export const JoinCodeAnswerSchema = z.object({ joinCode: z.string() });

/** Largest roster, in bytes, and rows in it. */
export const ROSTER_BYTES = 500_000;
export const ROSTER_ROWS = 2_000;

/**
 * `POST /api/cohorts/[id]/roster`: a file as base64, or people one by one. Without `apply` it answers what would happen, and
 * nothing does; with the `digest` of that answer it happens as a whole. 409: something else would happen now, or a row is in
 * error. 413: too large.
 */
export const RosterInputSchema = z.object({
  roster: z.union([
    z.object({ file: z.base64() }),
    z.object({
      people: z
        .array(
          z.object({
            name: z.string().max(400),
            email: z.string().max(400),
            role: RoleSchema,
            team: z.string().max(400),
          }),
        )
        .min(1)
        .max(ROSTER_ROWS),
    }),
  ]),
  /** Language of the invitations. */
  locale: LocaleSchema,
  apply: z.string().max(100).optional(),
});
export type RosterInput = z.infer<typeof RosterInputSchema>;

/** Why a file cannot be read at all. */
export const FileProblemSchema = z.enum([
  'empty',
  'spreadsheet',
  'encoding',
  'quotes',
  'header',
  'no-email',
  'column-twice',
  'too-many-rows',
]);
export type FileProblem = z.infer<typeof FileProblemSchema>;

/** Why a row cannot be applied. */
export const RowProblemSchema = z.enum([
  'columns',
  'no-email',
  'email',
  'twice',
  'name',
  'role',
  'team',
  'team-full',
  'staff-team',
  'unconfirmed',
  'own-role',
  'last-instructor',
]);
export type RowProblem = z.infer<typeof RowProblemSchema>;

const PlannedRowSchema = z.object({
  /** Of the file, from 1. */
  line: z.number().int(),
  name: z.string(),
  email: z.string(),
  /** `enrol`: has a confirmed account; `invite`: gets a link; `change`: is in, or invited, with another role or team. */
  outcome: z.enum(['enrol', 'invite', 'change', 'same', 'error']),
  /** Null: as the file has it, which is no role. */
  role: RoleSchema.nullable(),
  /** Of a change: what it was. */
  roleBefore: RoleSchema.nullable(),
  team: z.string().nullable(),
  teamBefore: z.string().nullable(),
  problem: RowProblemSchema.nullable(),
  /** With `twice`: the first line with the same address. */
  first: z.number().int().nullable(),
});
export type PlannedRow = z.infer<typeof PlannedRowSchema>;

/** A link to hand over, which works once. */
const InvitationLinkSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: RoleSchema,
  team: z.string().nullable(),
  url: z.string(),
  expires: z.iso.datetime(),
});
export type InvitationLink = z.infer<typeof InvitationLinkSchema>;

/** `csv`: the same links as a file. `mailed`: they are on their way by mail. */
export const InvitationLinksSchema = z.object({
  links: z.array(InvitationLinkSchema),
  csv: z.string(),
  mailed: z.boolean(),
});
export type InvitationLinks = z.infer<typeof InvitationLinksSchema>;

export const RosterAnswerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unreadable'), problem: FileProblemSchema, line: z.number().int().nullable() }),
  z.object({
    kind: z.literal('plan'),
    rows: z.array(PlannedRowSchema),
    /** Teams that would be made. */
    newTeams: z.array(z.string()),
    /** Columns of the file that mean nothing here. */
    ignored: z.array(z.string()),
    digest: z.string(),
  }),
  InvitationLinksSchema.extend({
    kind: z.literal('applied'),
    enrolled: z.number().int(),
    invited: z.number().int(),
    changed: z.number().int(),
  }),
]);
export type RosterAnswer = z.infer<typeof RosterAnswerSchema>;

/**
 * `POST /api/cohorts/[id]/invitations`: new links for invitations that wait, by id or all; those made before open nothing from
 * then on. They work for thirty days. Answers {@link InvitationLinksSchema}.
 */
export const RenewInvitationsSchema = z.object({
  invitations: z.union([z.literal('all'), z.array(z.uuid()).min(1).max(ROSTER_ROWS)]),
  send: z.boolean(),
  locale: LocaleSchema,
});
export type RenewInvitations = z.infer<typeof RenewInvitationsSchema>;

/** `POST /api/invitations`: takes an invitation up by the token of its link. Answers `JoinedSchema`; 409: taken by another, run out, revoked. */
export const TakeInvitationSchema = z.object({ token: z.string().min(20).max(100) });

/** Fields of a roster as they are kept. */
export const RosterNameSchema = z
  .string()
  .transform((name) => name.normalize('NFC').replace(/\s+/gu, ' ').trim())
  .pipe(
    z
      .string()
      .max(80)
      .regex(/^[^\p{Cc}\p{Cf}]*$/u),
  );
export const RosterEmailSchema = EmailSchema;
export const RosterTeamSchema = TeamNameSchema;
