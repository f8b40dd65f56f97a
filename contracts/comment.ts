import * as z from 'zod';
import { MAX_BODY, PersonSchema } from './discussion';

/**
 * Comments on lines of a submission: between its learner and the staff of its cohort, nobody else sees them. Staff begin
 * one, both answer. Whose submission is none of the viewer's business is 404; who may not write gets 403.
 */

/** One comment. `body` is Markdown; null: it gives a solution away that the viewer has not opened, or is deleted. */
export const CommentSchema = z.object({
  id: z.string(),
  /** Null: their account is deleted. */
  author: PersonSchema.nullable(),
  body: z.string().nullable(),
  /** It holds a solution of the exercise. */
  spoils: z.boolean(),
  createdAt: z.iso.datetime(),
  /** Grows by one with every edit: what an edit is made on. */
  revision: z.number().int(),
  editedAt: z.iso.datetime().nullable(),
  deletedAt: z.iso.datetime().nullable(),
  may: z.object({ edit: z.boolean(), delete: z.boolean() }),
});
export type Comment = z.infer<typeof CommentSchema>;

/** The first comment on lines `from` to `to` (from 1, both included), with its answers, oldest first. */
export const CommentThreadSchema = CommentSchema.extend({
  from: z.number().int(),
  to: z.number().int(),
  answers: z.array(CommentSchema),
});
export type CommentThread = z.infer<typeof CommentThreadSchema>;

/** `GET /api/submissions/[id]/comments`, by line. `POST` answers the same with 201. */
export const CommentsSchema = z.object({
  comments: z.array(CommentThreadSchema),
  may: z.object({ begin: z.boolean(), answer: z.boolean() }),
});
export type Comments = z.infer<typeof CommentsSchema>;

/**
 * `POST /api/submissions/[id]/comments`: begins one on lines, or answers. Repeated with the same `clientId` it is the same
 * comment. 400 for lines that the submission does not have.
 */
export const CommentInputSchema = z.object({
  clientId: z.uuid(),
  on: z.union([
    z.object({ from: z.number().int().min(1), to: z.number().int().min(1) }).refine(({ from, to }) => from <= to),
    z.object({ answerTo: z.uuid() }),
  ]),
  body: z.string().trim().min(1).max(MAX_BODY),
  /** The author says that it holds a solution of the submission's exercise. */
  spoils: z.boolean().default(false),
});
export type CommentInput = z.infer<typeof CommentInputSchema>;

/**
 * `PATCH /api/comments/[id]`, by its author: answers as `GET /api/submissions/[id]/comments`, with 409 and nothing written where it has
 * been edited meanwhile. `DELETE`, by its author or staff, leaves a stub and answers the same.
 */
export const CommentEditSchema = CommentInputSchema.pick({ body: true, spoils: true }).extend({
  /** Of the comment that the author saw. */
  revision: z.number().int().min(0),
});
export type CommentEdit = z.infer<typeof CommentEditSchema>;

/** `GET /api/comments/[id]/revisions`: what it said before, the newest first. */
export const CommentRevisionsSchema = z.object({
  revisions: z.array(
    z.object({
      revision: z.number().int(),
      body: z.string(),
      /** When it was replaced. */
      createdAt: z.iso.datetime(),
    }),
  ),
});
export type CommentRevisions = z.infer<typeof CommentRevisionsSchema>;
