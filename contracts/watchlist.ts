import * as z from 'zod';
import { LocalizedSchema } from '@/grading/localized';
import { ItemInputSchema } from './peer-session';

/**
 * Why somebody is on a cohort's watchlist: days of the plan without a sign of work (`inactive`), exercises that are due and
 * not passed (`behind`), failures of one check (`stuck`), peer sessions of the team without them (`absent`), hints (`hints`).
 */
export const WATCH_RULES = ['inactive', 'behind', 'stuck', 'absent', 'hints'] as const;
export type WatchRule = (typeof WATCH_RULES)[number];

const from = (most: number) => z.number().int().min(1).max(most).nullable();

/** From which number on a rule names somebody; null: the rule is off. */
export const WatchSettingsSchema = z.object({
  inactive: from(60),
  behind: from(100),
  stuck: from(100),
  absent: from(10),
  hints: from(200),
});
export type WatchSettings = z.infer<typeof WatchSettingsSchema>;

/** Of a cohort that has set nothing. */
export const WATCH_DEFAULTS = {
  inactive: 5,
  behind: 4,
  stuck: 6,
  absent: 3,
  hints: 12,
} as const satisfies WatchSettings;

/** Days at the beginning of a cohort, and of somebody's time in it, in which nobody is named. */
export const WATCH_QUIET_DAYS = 7;
/** Sessions and hints are counted over so many days, and an exercise counts that was tried within them. */
export const WATCH_WINDOW_DAYS = 14;

/** `count` is what the rule's threshold is compared with; `days`: for how long it has been so, by the calendar. */
const counted = { count: z.number().int(), days: z.number().int() };

export const WatchReasonSchema = z.discriminatedUnion('rule', [
  /** `since`: day of the last sign of work; null: there was none yet. */
  z.object({ rule: z.literal('inactive'), ...counted, since: z.iso.date().nullable() }),
  /** The one that has been due for longest first. */
  z.object({
    rule: z.literal('behind'),
    ...counted,
    exercises: z.array(z.object({ exercise: z.string(), due: z.iso.datetime() })),
  }),
  /** Still so in the latest submission, `submission`, whose diagnosis it is. */
  z.object({
    rule: z.literal('stuck'),
    ...counted,
    exercise: z.string(),
    check: z.string(),
    title: LocalizedSchema.nullable(),
    diagnosis: LocalizedSchema.nullable(),
    submission: z.string(),
  }),
  /** The latest first. */
  z.object({
    rule: z.literal('absent'),
    ...counted,
    sessions: z.array(z.object({ id: z.string(), day: z.iso.date() })),
  }),
  /** Where most were opened first. */
  z.object({
    rule: z.literal('hints'),
    ...counted,
    exercises: z.array(z.object({ exercise: z.string(), hints: z.number().int() })),
  }),
]);
export type WatchReason = z.infer<typeof WatchReasonSchema>;

const EntrySchema = z.object({
  learner: z.object({ id: z.string(), name: z.string() }),
  /** To write to them. Null: they learn as a guest. */
  email: z.string().nullable(),
  team: z.object({ id: z.string(), name: z.string() }).nullable(),
  reasons: z.array(WatchReasonSchema).min(1),
  /** Set aside by staff, up to the end of that day. `by`: null once their account is deleted. */
  aside: z
    .object({ until: z.iso.date(), note: z.string(), by: z.string().nullable(), at: z.iso.datetime() })
    .nullable(),
});
export type WatchEntry = z.infer<typeof EntrySchema>;

/**
 * `GET /api/cohorts/[id]/watchlist`, for its staff: whom a rule names, those with most reasons first, then those for whom it
 * has been so for longest. Left out: everybody in the first days and after the last day, and who has passed all there is.
 */
export const WatchlistSchema = z.object({
  cohort: z.object({ id: z.string(), name: z.string() }),
  settings: WatchSettingsSchema,
  /** Instructors, not assistants. */
  mayChange: z.boolean(),
  /** Why nobody can be named now: the cohort begins, or it is over. */
  quiet: z.enum(['beginning', 'over']).nullable(),
  /** Today, by the cohort's calendar. */
  today: z.iso.date(),
  learners: z.number().int(),
  entries: z.array(EntrySchema),
});
export type Watchlist = z.infer<typeof WatchlistSchema>;

/** `PUT /api/cohorts/[id]/watchlist`, instructors: {@link WatchSettingsSchema}; answers {@link WatchlistSchema}. */

/** Longest time for which somebody is set aside, in days. */
export const LONGEST_ASIDE = 92;

/**
 * `PUT /api/cohorts/[id]/watchlist/[user]`: sets a learner aside up to the end of a day, or takes that back (null); answers
 * {@link WatchlistSchema}. 400 for a day that is over or too far; 404 also for who does not learn in the cohort.
 */
export const WatchAsideInputSchema = z.object({
  aside: z.object({ until: z.iso.date(), note: z.string().trim().max(2_000) }).nullable(),
});
export type WatchAsideInput = z.infer<typeof WatchAsideInputSchema>;

/**
 * `POST /api/cohorts/[id]/teams/[team]/follow-ups`, for staff: puts a follow-up on the agenda of the team's next peer session, today's
 * if it is not over. Idempotent by `id`, which the page makes; 409 where no session is to come. `DELETE …/follow-ups/[item]` takes it
 * back, by who wrote it.
 */
export const FollowUpInputSchema = ItemInputSchema.pick({ id: true, text: true });
export type FollowUpInput = z.infer<typeof FollowUpInputSchema>;
export const FollowUpSchema = z.object({ day: z.iso.date() });

/**
 * `GET /api/watchlist`: what the rules of the viewer's own cohorts know of them: the same facts as staff read, also those
 * that are below the threshold.
 */
export const OwnWatchSchema = z.object({
  cohorts: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      settings: WatchSettingsSchema,
      /** Why the list does not name them now, whatever the facts are. */
      quiet: z.enum(['beginning', 'over', 'done']).nullable(),
      facts: z.array(WatchReasonSchema),
    }),
  ),
});
export type OwnWatch = z.infer<typeof OwnWatchSchema>;
