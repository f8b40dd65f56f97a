import { z } from 'zod';

/**
 * What an inbox tells of. About a post: `mention`, `reply` to one's own, `post` in a thread that one follows, `answer`
 * (one's own post is marked as the answer), `moderation` of one's own post. About a session: `session` (it is on), `role`
 * (one has one), `follow-up` (one is to do it). About one's own work: `regrade` (a verdict changed by it).
 */
export const NotificationKindSchema = z.enum([
  'mention',
  'reply',
  'post',
  'answer',
  'moderation',
  'session',
  'role',
  'follow-up',
  'regrade',
]);
export type NotificationKind = z.infer<typeof NotificationKindSchema>;
