import { api } from '@/components/session/api';
import type { CommentEdit, CommentInput, CommentRevisions, Comments } from '@/contracts/comment';

const schema = async () => (await import('@/contracts/comment')).CommentsSchema;
const pathOf = (submission: string) => `/api/submissions/${submission}/comments`;

export function fetchComments(submission: string): Promise<Comments> {
  return api(pathOf(submission), { schema });
}

/** Safe to repeat with the same `clientId`. */
export function sendComment(submission: string, body: CommentInput): Promise<Comments> {
  return api(pathOf(submission), { method: 'POST', body, schema, retries: 2 });
}

const commentPath = (id: string) => `/api/comments/${id}`;

export function editComment(id: string, body: CommentEdit): Promise<Comments> {
  return api(commentPath(id), { method: 'PATCH', body, schema });
}

export function deleteComment(id: string): Promise<Comments> {
  return api(commentPath(id), { method: 'DELETE', schema });
}

export async function fetchCommentRevisions(id: string): Promise<CommentRevisions['revisions']> {
  const { revisions } = await api(`${commentPath(id)}/revisions`, {
    schema: async () => (await import('@/contracts/comment')).CommentRevisionsSchema,
  });
  return revisions;
}
