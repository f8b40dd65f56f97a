import * as z from 'zod';
import { TimeZoneSchema } from './log';

/**
 * What an inbox tells of. About a post: `mention`, `reply` to one's own, `post` in a thread that one follows, `answer`
 * (one's own post is marked as the answer), `moderation` of one's own post, `report` of a post to staff. About a session:
 * `session` (it is on), `role` (one has one), `follow-up` (one is to do it). About work: `regrade` (a verdict of one's own
 * changed by it), `comment` (on lines of one's own submission, or an answer where one commented), `override` (one's own
 * grade was set by hand), `extension` (of one's own due date, given or withdrawn). `enrolment`: staff changed one's own place
 * in a cohort. `announcement`: staff announced something.
 */
export const NotificationKindSchema = z.enum([
  'mention',
  'reply',
  'post',
  'answer',
  'moderation',
  'report',
  'session',
  'role',
  'follow-up',
  'regrade',
  'comment',
  'override',
  'extension',
  'enrolment',
  'announcement',
]);
export type NotificationKind = z.infer<typeof NotificationKindSchema>;

/** What staff did to a person's place in a cohort. `team`: that of a learner, null for none. */
export const PlaceChangeSchema = z.object({
  change: z.enum(['enrolled', 'role', 'team', 'moved', 'removed', 'restored']),
  cohort: z.string(),
  role: z.enum(['LEARNER', 'ASSISTANT', 'INSTRUCTOR']),
  team: z.string().nullable(),
});
export type PlaceChange = z.infer<typeof PlaceChangeSchema>;

/** Its text under `inbox.place`. */
export function placeKey({ change, team }: PlaceChange): PlaceChange['change'] | 'team-none' {
  return change === 'team' && team === null ? 'team-none' : change;
}

/** One line of an inbox, as its reader may see it now. */
export const NotificationLineSchema = z.object({
  id: z.string(),
  kind: NotificationKindSchema,
  /** Who did it; null: gone, nobody, or not to be named (moderation, reports). */
  actor: z.string().nullable(),
  createdAt: z.iso.datetime(),
  /** Marked read, or the thread has been read that far. */
  read: z.boolean(),
  /** `excerpt`: how the post begins; null where the reader may not be shown it (the spoiler rule). */
  post: z.object({ number: z.number().int(), excerpt: z.string().nullable() }).nullable(),
  /** Of a follow-up: what is to be done. Of an extension: why. */
  item: z.string().nullable(),
  /** What work it is about. `submission`: null for an override and an extension. `learner`: whose it is, if not the reader's own. */
  work: z
    .object({
      exercise: z.string(),
      submission: z.object({ id: z.string(), number: z.number().int() }).nullable(),
      learner: z.object({ id: z.string(), cohort: z.string() }).nullable(),
    })
    .nullable(),
  /** Of an extension that holds: its day in the cohort's time zone. */
  due: z.iso.date().nullable(),
  place: PlaceChangeSchema.nullable(),
  announcement: z.object({ id: z.string(), title: z.string() }).nullable(),
});
export type NotificationLine = z.infer<typeof NotificationLineSchema>;

/** Name of the text of a line: an extension says how it stands now. */
export function sayingOf({ kind, due }: NotificationLine): NotificationKind | 'extension-withdrawn' {
  return kind === 'extension' && due === null ? 'extension-withdrawn' : kind;
}

/** Lines about one thread, one session, one piece of own work, or one announcement; newest first. */
export const NotificationGroupSchema = z.object({
  key: z.string(),
  thread: z.object({ id: z.string(), title: z.string() }).nullable(),
  session: z.object({ id: z.string(), day: z.iso.date(), team: z.string() }).nullable(),
  lines: z.array(NotificationLineSchema),
});
export type NotificationGroup = z.infer<typeof NotificationGroupSchema>;

/** `GET /api/notifications?show=unread|all&before=`: groups by their newest line; `next`: what `before` is for older ones. */
export const InboxQuerySchema = z.object({
  show: z.enum(['unread', 'all']).default('unread'),
  before: z.uuid().optional(),
});
export const InboxSchema = z.object({
  groups: z.array(NotificationGroupSchema),
  unread: z.number().int(),
  next: z.string().nullable(),
});
export type Inbox = z.infer<typeof InboxSchema>;

/** `PUT /api/notifications`: marks lines of one's own as read; answers {@link InboxCountSchema}. */
export const MarkReadSchema = z.object({ read: z.union([z.literal('all'), z.array(z.uuid()).min(1).max(200)]) });

/** `GET /api/notifications/count`: for the bell. `quiet`: it is to draw no attention now. */
export const InboxCountSchema = z.object({ unread: z.number().int(), quiet: z.boolean() });
export type InboxCount = z.infer<typeof InboxCountSchema>;

const MinuteSchema = z.number().int().min(0).max(1439);

/** `PUT /api/notifications/settings` */
export const NotificationSettingsInputSchema = z.object({
  /** Kinds that are turned off. */
  muted: z.array(NotificationKindSchema).max(20),
  digest: z.boolean(),
  timeZone: TimeZoneSchema,
  /** Minutes after midnight; equal: no quiet hours. */
  quietFrom: MinuteSchema,
  quietTo: MinuteSchema,
  digestAt: MinuteSchema,
});
export type NotificationSettingsInput = z.infer<typeof NotificationSettingsInputSchema>;

/** `GET /api/notifications/settings`; before anything is chosen, the defaults. `sendsMail`: this site can send digests. */
export const NotificationSettingsSchema = NotificationSettingsInputSchema.extend({
  sendsMail: z.boolean(),
  chosen: z.boolean(),
});
export type NotificationSettings = z.infer<typeof NotificationSettingsSchema>;

/** `POST /api/notifications/unsubscribe?user=&token=`: no digests any more. The link is the permission, signed in or not. */
export const UnsubscribeSchema = z.object({ user: z.string().max(100), token: z.string().max(100) });
