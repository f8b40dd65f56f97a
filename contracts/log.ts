import * as z from 'zod';
import { ExerciseIdSchema } from '@/grading/exercise-id';
import { LocaleSchema, LocalizedSchema } from '@/grading/localized';

/** A calendar day, `2026-03-29`. */
export const DaySchema = z.iso.date();

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

/** An IANA name, as `Intl` gives it: `Asia/Seoul`. */
export const TimeZoneSchema = z
  .string()
  .regex(/^[A-Za-z][\w+/-]{1,60}$/)
  .refine(isTimeZone);

/** The fields of SYLLABUS 5.3, in their order. */
export const LOG_FIELDS = ['learned', 'derived', 'mistake', 'question', 'thanks'] as const;
export type LogField = (typeof LOG_FIELDS)[number];

const FieldSchema = z.string().max(20_000);
export const LogFieldsSchema = z.object({
  learned: FieldSchema,
  derived: FieldSchema,
  mistake: FieldSchema,
  question: FieldSchema,
  thanks: FieldSchema,
});
export type LogFields = z.infer<typeof LogFieldsSchema>;

/** Who may read a posted entry: its writer; their team and the staff of its cohort; everybody in a cohort of theirs. */
export const LogVisibilitySchema = z.enum(['me', 'team', 'cohort']);
export type LogVisibility = z.infer<typeof LogVisibilitySchema>;

export const LogEntrySchema = LogFieldsSchema.extend({
  id: z.string(),
  day: DaySchema,
  visibility: LogVisibilitySchema,
  revision: z.number().int(),
  /** Null: a draft. */
  postedAt: z.iso.datetime().nullable(),
  updatedAt: z.iso.datetime(),
});
export type LogEntry = z.infer<typeof LogEntrySchema>;

/** What one did on a day, from what the site keeps anyway. Of hidden checks it says nothing: entries are shown to others. */
export const LogActivitySchema = z.object({
  lessons: z.array(z.object({ lesson: z.string(), finished: z.boolean() })),
  /** Quick checks by lesson. */
  checks: z.array(z.object({ lesson: z.string(), answered: z.number().int(), correct: z.number().int() })),
  exercises: z.array(
    z.object({
      exercise: ExerciseIdSchema,
      /** Submissions of the day that are graded, and whether one of them passed. 0: only worked on. */
      attempts: z.number().int(),
      passed: z.boolean(),
      /** Public checks that failed, each once, with the latest diagnosis. */
      findings: z.array(z.object({ check: LocalizedSchema, diagnosis: LocalizedSchema.nullable() })),
    }),
  ),
  /** Was in a peer session. */
  session: z.boolean(),
});
export type LogActivity = z.infer<typeof LogActivitySchema>;

/** `GET /api/log/day?zone=&day=`: a day of one's own; without `day` the one that it is now in `zone`. */
export const LogDayQuerySchema = z.object({ zone: TimeZoneSchema, day: DaySchema.optional() });
export const LogDaySchema = z.object({
  day: DaySchema,
  /** The day that it is now, by the server's clock, in the zone that was asked for. */
  today: DaySchema,
  /** An entry for it may be begun now: its day is on, or was over less than four hours ago. */
  isOpen: z.boolean(),
  entry: LogEntrySchema.nullable(),
  activity: LogActivitySchema,
  /** Entries posted on earlier days of its week, for the weekly summary. */
  week: z.array(LogEntrySchema),
});
export type LogDay = z.infer<typeof LogDaySchema>;

/**
 * `PUT /api/log/day`: saves on top of `baseRevision` (0: none yet). 200 `{ entry }`; 409 `{ entry }` with the one that is
 * there when another tab or device saved first; `force` overwrites it. 403 for a day that is not open and has no entry.
 */
export const LogSaveSchema = z.object({
  day: DaySchema,
  zone: TimeZoneSchema,
  fields: LogFieldsSchema,
  baseRevision: z.number().int().nonnegative(),
  force: z.boolean().optional(),
});
export type LogSave = z.infer<typeof LogSaveSchema>;
export const LogSavedSchema = z.object({ entry: LogEntrySchema });

/** `PUT /api/log/entries/[id]`: posts it, or changes who may read it. 400 for posting an empty one. */
export const LogChangeSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('post'), visibility: LogVisibilitySchema, zone: TimeZoneSchema }),
  z.object({ action: z.literal('share'), visibility: LogVisibilitySchema }),
]);
export type LogChange = z.infer<typeof LogChangeSchema>;

/** Days with a post, by rules that are honest and kind: docs/decisions/1031. */
export const StreakSchema = z.object({
  /** Days with a post. A day that is missed sets nothing back: the next post goes on from here. */
  days: z.number().int(),
  /** Days with a post since the last gap that no rest token covered. */
  unbroken: z.number().int(),
  /** Gaps that no rest token covered. */
  pauses: z.number().int(),
  /** Of this week's two. */
  tokensLeft: z.number().int(),
  /** `posted`: today's is there. `open`: today's is still to come. `paused`: too many days were missed; today's resumes. */
  state: z.enum(['none', 'posted', 'open', 'paused']),
  /** Missed days that a rest token covered. */
  rests: z.array(DaySchema),
});
export type Streak = z.infer<typeof StreakSchema>;

/** `GET /api/log?zone=`: one's own log as the calendar shows it. */
export const LogOverviewSchema = z.object({
  today: DaySchema,
  streak: StreakSchema,
  /** Oldest first; `size`: characters over all fields. */
  days: z.array(
    z.object({
      id: z.string(),
      day: DaySchema,
      posted: z.boolean(),
      visibility: LogVisibilitySchema,
      size: z.number().int(),
    }),
  ),
});
export type LogOverview = z.infer<typeof LogOverviewSchema>;

/** `GET /api/log/entries?before=`: one's own, newest first, ten at a time; `next`: what `before` is then. */
export const LogPageSchema = z.object({ entries: z.array(LogEntrySchema), next: DaySchema.nullable() });

const SignedEntrySchema = LogEntrySchema.extend({
  author: z.object({ id: z.string(), name: z.string() }),
  mine: z.boolean(),
});
export type SignedEntry = z.infer<typeof SignedEntrySchema>;

/** `GET /api/log/entries/[id]` */
export const LogEntryAnswerSchema = z.object({ entry: SignedEntrySchema });

/** `GET /api/log/team?day=`: what teammates posted for a day and the reader may see, with the days before and after that have any. */
export const TeamLogSchema = z.object({
  day: DaySchema,
  entries: z.array(SignedEntrySchema),
  before: DaySchema.nullable(),
  after: DaySchema.nullable(),
});
export type TeamLog = z.infer<typeof TeamLogSchema>;

/** `GET /api/log/export?locale=`: every entry of one's own as one Markdown file. */
export const LogExportQuerySchema = z.object({ locale: LocaleSchema });
