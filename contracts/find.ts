import * as z from 'zod';

/** `GET /api/find`: what the viewer may see that has every word of `q`. */
export const FindQuerySchema = z.object({
  q: z.string().trim().min(1).max(200),
  where: z.enum(['all', 'threads', 'sessions', 'logs']).default('all'),
  /** Part of the name of who wrote it. */
  author: z.string().trim().max(60).default(''),
  /** Folder of a unit, `02-mlp`: only threads about its lessons and exercises. */
  unit: z
    .string()
    .regex(/^(\d\d-[a-z0-9-]{1,80})?$/)
    .default(''),
  /** Not older than so many days. */
  days: z.coerce.number().int().min(1).max(3_650).optional(),
  offset: z.coerce.number().int().min(0).max(400).default(0),
});
export type FindQuery = z.infer<typeof FindQuerySchema>;

export const FindHitSchema = z.object({
  kind: z.enum(['thread', 'post', 'notes', 'item', 'log']),
  /** Of the thread, the session or the log entry that it opens. */
  id: z.string(),
  /** Of a post: its number. */
  number: z.number().int().nullable(),
  /** Title of the thread; name of the team. Empty for a log entry. */
  title: z.string(),
  /** Of a session or a log entry. */
  day: z.iso.date().nullable(),
  author: z.string().nullable(),
  at: z.iso.datetime(),
  /** Plain text around what was found; `marks`: from and to, in UTF-16 units of `text`. */
  snippet: z.object({ text: z.string(), marks: z.array(z.tuple([z.number().int(), z.number().int()])) }),
});
export type FindHit = z.infer<typeof FindHitSchema>;

/** `next`: the offset of what follows; null at the end. */
export const FoundSchema = z.object({ hits: z.array(FindHitSchema), next: z.number().int().nullable() });
export type Found = z.infer<typeof FoundSchema>;
