import * as z from 'zod';
import { LocaleSchema } from '@/grading/localized';
import { IdSchema, MAX_ATTACHMENTS, MAX_BODY, MAX_TITLE } from './discussion';

/** What staff tell their cohort, or some of its teams, now or later. Learners who get it are counted, never named. */

/** A moment by the clock on the wall in the cohort's time zone: `2026-12-01T09:00`. */
const WallClockSchema = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/)
  .refine((local) => z.iso.date().safeParse(local.slice(0, 10)).success);

const words = {
  title: z.string().trim().min(1).max(MAX_TITLE),
  /** Markdown, as in posts. */
  body: z.string().trim().min(1).max(MAX_BODY),
  /** In which it is written. */
  locale: LocaleSchema,
};

const written = {
  ...words,
  /** Ids of images in the text: the author's own, or those that are in it already. */
  attachments: z.array(IdSchema).max(MAX_ATTACHMENTS).default([]),
};

/** `teams`: null for the whole cohort. `at` must be to come, within a year. */
const PlanSchema = z.object({
  teams: z.array(IdSchema).min(1).max(1_000).nullable(),
  send: z.discriminatedUnion('when', [
    z.object({ when: z.literal('draft') }),
    z.object({ when: z.literal('now') }),
    z.object({ when: z.literal('at'), at: WallClockSchema }),
  ]),
});
export type AnnouncementPlan = z.infer<typeof PlanSchema>;

/**
 * `POST /api/cohorts/[id]/announcements`, its staff: 201 {@link StaffAnnouncementAnswerSchema}. The same `clientId` again is
 * the same announcement. 404 also for a team of another cohort, and for an image that is not the author's.
 */
export const AnnouncementInputSchema = z.object({ clientId: z.uuid(), ...written, plan: PlanSchema });
export type AnnouncementInput = z.infer<typeof AnnouncementInputSchema>;

/**
 * `PATCH /api/cohorts/[id]/announcements/[announcement]`, its staff; answers {@link StaffAnnouncementAnswerSchema}. `plan`:
 * null leaves it as it is, which once it is sent is the only way. 409 for another `revision`, and for a plan of what has been
 * sent meanwhile. `DELETE` takes away what is not sent yet, and answers `{ ok: true }`; 409 once it is.
 */
export const AnnouncementChangeSchema = z.object({
  revision: z.number().int(),
  ...written,
  plan: PlanSchema.nullable(),
});
export type AnnouncementChange = z.infer<typeof AnnouncementChangeSchema>;

const StaffAnnouncementSchema = z.object({
  id: z.string(),
  ...words,
  attachments: z.array(z.string()),
  /** Null: their account is deleted. */
  author: z.string().nullable(),
  /** Null: to the whole cohort. */
  teams: z.array(z.object({ id: z.string(), name: z.string() })).nullable(),
  state: z.enum(['draft', 'scheduled', 'sent']),
  scheduledFor: WallClockSchema.nullable(),
  sentAt: z.iso.datetime().nullable(),
  /** Last change of its words after it was sent. */
  editedAt: z.iso.datetime().nullable(),
  revision: z.number().int(),
  /** How many got it, and how many of these have read it. */
  receipts: z.object({ sent: z.number().int(), read: z.number().int() }),
});
export type StaffAnnouncement = z.infer<typeof StaffAnnouncementSchema>;
export const StaffAnnouncementAnswerSchema = z.object({ announcement: StaffAnnouncementSchema });

/** Older ones than this: `next` of the page before. */
export const AnnouncementsQuerySchema = z.object({ before: IdSchema.optional() });

/** `GET /api/cohorts/[id]/announcements?before=`, for its staff: the newest first. */
export const StaffAnnouncementsSchema = z.object({
  cohort: z.object({ id: z.string(), name: z.string(), timeZone: z.string() }),
  /** Now, by the cohort's clock. */
  now: WallClockSchema,
  teams: z.array(z.object({ id: z.string(), name: z.string() })),
  announcements: z.array(StaffAnnouncementSchema),
  next: z.string().nullable(),
});
export type StaffAnnouncements = z.infer<typeof StaffAnnouncementsSchema>;

/**
 * `GET /api/announcements?unread=true&before=`: what was sent to the viewer's cohorts and teams, the newest first. `unread`:
 * of these, what was sent to them and they have not read.
 */
export const OwnAnnouncementsQuerySchema = AnnouncementsQuerySchema.extend({
  unread: z.enum(['true', 'false']).default('false'),
});
export const OwnAnnouncementsSchema = z.object({
  announcements: z.array(
    z.object({
      id: z.string(),
      ...words,
      cohort: z.object({ id: z.string(), name: z.string() }),
      /** To some teams, not to all of the cohort. */
      toTeams: z.boolean(),
      author: z.string().nullable(),
      sentAt: z.iso.datetime(),
      editedAt: z.iso.datetime().nullable(),
      /** Also what was sent before the viewer came, or to others. */
      isRead: z.boolean(),
    }),
  ),
  next: z.string().nullable(),
});
export type OwnAnnouncements = z.infer<typeof OwnAnnouncementsSchema>;

/** `PUT /api/announcements/[id]/reading`, without a body: the viewer has read it. Answers `{ ok: true }`. */
