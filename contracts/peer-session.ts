import * as z from 'zod';
import { ExerciseIdSchema } from '@/grading/exercise-id';
import { LocalizedSchema } from '@/grading/localized';
import { ClockActionSchema, ClockSchema } from './session-clock';

/** A date of the cohort's calendar: `2026-11-30`. */
const DaySchema = z.string().regex(/^\d{4}-\d\d-\d\d$/);

export const CapstoneSchema = z.object({
  id: z.string(),
  title: LocalizedSchema,
  prompts: z.array(LocalizedSchema),
  task: LocalizedSchema,
  accept: LocalizedSchema,
});

/** What a team's hour is made of, as the plan of the day gave it. */
export const AgendaSchema = z.object({
  /** The cohort's n-th session day. */
  number: z.number().int(),
  /** Null after the five weeks. */
  plan: z
    .object({
      week: z.number().int(),
      day: z.number().int(),
      units: z.array(z.string()),
      exercises: z.array(ExerciseIdSchema),
      prompt: LocalizedSchema,
      capstones: z.array(CapstoneSchema),
    })
    .nullable(),
  /**
   * `round`: two minutes for each member: yesterday, stuck point, today. `prompt`: the day's. `review`: a graded solution.
   * `capstone`: the joint task of that id. `scribe`: three lines (decision, open question, thanks).
   */
  items: z.array(
    z.object({
      kind: z.enum(['round', 'prompt', 'review', 'capstone', 'scribe']),
      minutes: z.number().int(),
      capstone: z.string().optional(),
    }),
  ),
});
export type Agenda = z.infer<typeof AgendaSchema>;

export const SessionRoleSchema = z.enum(['MODERATOR', 'SCRIBE', 'QUESTIONER']);
export type SessionRole = z.infer<typeof SessionRoleSchema>;

const PersonSchema = z.object({ id: z.string(), name: z.string() });

/** `late`: over five minutes after the start. `expected`: may still come. */
export const AttendanceStateSchema = z.enum(['present', 'late', 'expected', 'excused', 'absent']);
export type AttendanceState = z.infer<typeof AttendanceStateSchema>;

export const SessionItemKindSchema = z.enum(['DECISION', 'FOLLOW_UP', 'QUESTION', 'THANKS']);
export type SessionItemKind = z.infer<typeof SessionItemKindSchema>;

export const SessionItemSchema = z.object({
  id: z.string(),
  kind: SessionItemKindSchema,
  text: z.string(),
  author: PersonSchema.nullable(),
  assignee: PersonSchema.nullable(),
  /** Of the session that it comes from. */
  day: DaySchema,
  doneAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});
export type SessionItem = z.infer<typeof SessionItemSchema>;

/** A quick check with choices; texts are Markdown. */
export const CheckQuestionSchema = z.object({
  id: z.string(),
  multiple: z.boolean(),
  question: LocalizedSchema,
  choices: z.array(z.object({ id: z.string(), label: LocalizedSchema })),
});
export type CheckQuestion = z.infer<typeof CheckQuestionSchema>;

export const PhaseSchema = z.enum(['first', 'discussion', 'second', 'closed']);
export type Phase = z.infer<typeof PhaseSchema>;

/** How long a team talks between the two answers. */
export const DISCUSSION_MS = 180_000;
/** Fewer answers than this would tell who gave which. */
export const SPREAD_FROM = 3;

/**
 * How a round of answers came out. Null while it is on, for nobody to be led by it; `few` when fewer than three answered,
 * since then each could work out the others' answers.
 */
const SpreadSchema = z.union([
  z.literal('few'),
  z.object({
    answers: z.number().int(),
    correct: z.number().int().nullable(),
    of: z.record(z.string(), z.number().int()),
  }),
]);

export const InstructionSchema = z.object({
  id: z.string(),
  check: CheckQuestionSchema,
  phase: PhaseSchema,
  /** Server time, milliseconds. */
  since: z.number(),
  /** Of the present ones, in the round that is on. */
  answered: z.number().int(),
  present: z.number().int(),
  /** The viewer's own answers. */
  mine: z.object({ first: z.array(z.string()).nullable(), second: z.array(z.string()).nullable() }),
  first: SpreadSchema.nullable(),
  second: SpreadSchema.nullable(),
  /** Once it is closed: the right choices, why, and the gain. */
  solution: z
    .object({
      right: z.array(z.string()),
      because: z.record(z.string(), LocalizedSchema),
      /** Of who answered twice, at least three: shares of right answers, and (second − first) / (1 − first), null at first = 1. */
      gain: z
        .object({ people: z.number().int(), first: z.number(), second: z.number(), normalised: z.number().nullable() })
        .nullable(),
    })
    .nullable(),
});
export type Instruction = z.infer<typeof InstructionSchema>;

export const PeerSessionSchema = z.object({
  id: z.string(),
  day: DaySchema,
  /** It is the session's day, or the hour is still on after midnight. */
  isOpen: z.boolean(),
  team: PersonSchema,
  cohort: z.object({ id: z.string(), name: z.string(), timeZone: z.string() }),
  viewer: z.enum(['member', 'staff']),
  agenda: AgendaSchema,
  clock: ClockSchema,
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  people: z.array(
    PersonSchema.extend({
      role: SessionRoleSchema.nullable(),
      state: AttendanceStateSchema,
      joinedAt: z.iso.datetime().nullable(),
      isMember: z.boolean(),
    }),
  ),
  /** The roles are a proposal: they are fixed when the clock starts, or when somebody changes one. */
  rolesProposed: z.boolean(),
  items: z.array(SessionItemSchema),
  /** Of earlier sessions: what is not done, and the last session's thanks. */
  carried: z.array(SessionItemSchema),
  instruction: z.array(InstructionSchema),
});
export type PeerSession = z.infer<typeof PeerSessionSchema>;

/** `GET /api/peer-sessions/[id]`; `serverTime` in milliseconds, for {@link clockOffset}. */
export const PeerSessionAnswerSchema = z.object({ session: PeerSessionSchema, serverTime: z.number() });

/** `POST /api/peer-sessions`: today's session of a team, made now if need be. 409 on a day without one. */
export const TodayInputSchema = z.object({ team: z.uuid() });
export const TodayAnswerSchema = z.object({ id: z.string() });

/** `GET /api/peer-sessions?team=`: today, and what was, newest first. */
export const SessionListSchema = z.object({
  today: z.object({
    day: DaySchema,
    /** Null on a day without a session. */
    agenda: AgendaSchema.nullable(),
    session: z.object({ id: z.string(), state: ClockSchema.shape.state }).nullable(),
    /** The next day with a session. */
    next: DaySchema.nullable(),
  }),
  sessions: z.array(
    z.object({
      id: z.string(),
      day: DaySchema,
      number: z.number().int(),
      week: z.number().int().nullable(),
      prompt: LocalizedSchema.nullable(),
      startedAt: z.iso.datetime().nullable(),
      endedAt: z.iso.datetime().nullable(),
      present: z.number().int(),
      items: z.number().int(),
      /** The viewer was not there, or came late: there is something to catch up with. Null for staff. */
      mine: AttendanceStateSchema.nullable(),
    }),
  ),
});
export type SessionList = z.infer<typeof SessionListSchema>;

/** `POST /api/peer-sessions/[id]/clock`: 409 {@link ClockAnswerSchema} with the present clock when another change came first. */
export const ClockInputSchema = z.object({ action: ClockActionSchema, baseRevision: z.number().int().nonnegative() });
export const ClockAnswerSchema = z.object({ clock: ClockSchema, serverTime: z.number() });

/** `PUT /api/peer-sessions/[id]/people`: I am here; somebody is excused, or not; somebody takes a role (and its holder theirs). */
export const PeopleInputSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('here') }),
  z.object({ action: z.literal('excuse'), user: z.string().max(100), excused: z.boolean() }),
  z.object({ action: z.literal('role'), user: z.string().max(100), role: SessionRoleSchema }),
]);
export type PeopleInput = z.infer<typeof PeopleInputSchema>;

const TextSchema = z.string().trim().min(1).max(500);

/** `POST /api/peer-sessions/[id]/items`: idempotent by `id`, which the page makes. */
export const ItemInputSchema = z.object({
  id: z.uuid(),
  kind: SessionItemKindSchema,
  text: TextSchema,
  assignee: z.string().max(100).nullable().default(null),
});
export type ItemInput = z.infer<typeof ItemInputSchema>;
/** `PUT /api/peer-sessions/[id]/items/[item]`, `[id]` being any session of the team. `DELETE` is for its author. */
export const ItemChangeSchema = z.object({ done: z.boolean() });

/** Longest notes, as an encoded Yjs document. */
export const MAX_NOTES_BYTES = 500_000;
/** Longest batch of updates, before base64. */
export const MAX_BATCH_BYTES = 200_000;

/** `POST /api/peer-sessions/[id]/notes`: a batch of Yjs updates, idempotent by `clientId`. 413 past {@link MAX_NOTES_BYTES}. */
export const NotesInputSchema = z.object({
  clientId: z.uuid(),
  update: z
    .base64()
    .min(4)
    .max(Math.ceil(MAX_BATCH_BYTES / 3) * 4),
});
export const NotesSavedSchema = z.object({ row: z.string() });
/** `GET /api/peer-sessions/[id]/notes?after=`: rows after that one, in order; 0 for all. */
export const NotesQuerySchema = z.object({ after: z.string().regex(/^\d{1,18}$/) });
export const NotesRowsSchema = z.object({ rows: z.array(z.object({ row: z.string(), update: z.string() })) });

/** `POST /api/peer-sessions/[id]/cursor`: relative positions of Yjs, as JSON; a moment. */
export const CursorInputSchema = z.object({
  client: z.number().int().nonnegative(),
  cursor: z.object({ anchor: z.string().max(300), head: z.string().max(300) }).nullable(),
});

/** `GET /api/peer-sessions/[id]/checks`: what may be asked: the choices of the day's units. */
export const ChecksAnswerSchema = z.object({ checks: z.array(CheckQuestionSchema) });

/** `POST /api/peer-sessions/[id]/instruction`: asks a check, or ends the phase that one is in (409 if it has ended already). */
export const InstructionInputSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('ask'), check: z.string().max(250) }),
  z.object({ action: z.literal('next'), id: z.uuid(), phase: PhaseSchema }),
]);
export type InstructionInput = z.infer<typeof InstructionInputSchema>;
/** `PUT /api/peer-sessions/[id]/instruction`: the viewer's answer, as long as the round is on. */
export const VoteInputSchema = z.object({
  id: z.uuid(),
  round: z.enum(['first', 'second']),
  answer: z.array(z.string().max(80)).min(1).max(20),
});
export type VoteInput = z.infer<typeof VoteInputSchema>;

/** `GET /api/cohorts/[id]/peer-instruction`, staff: each check over all teams, of at least three people who answered twice. */
export const CohortInstructionSchema = z.object({
  checks: z.array(
    z.object({
      check: z.string(),
      question: LocalizedSchema.nullable(),
      teams: z.number().int(),
      people: z.number().int(),
      first: z.number(),
      second: z.number(),
      normalised: z.number().nullable(),
    }),
  ),
});
export type CohortInstruction = z.infer<typeof CohortInstructionSchema>;

/** `GET /api/peer-sessions/[id]/export?locale=`: the summary as Markdown (UTF-8), to keep. */
export const ExportQuerySchema = z.object({ locale: z.enum(['ko', 'en']) });
