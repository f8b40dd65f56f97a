import { api } from '@/components/session/api';
import type { CommentInput, Comments } from '@/contracts/comment';

const schema = async () => (await import('@/contracts/comment')).CommentsSchema;
const pathOf = (submission: string) => `/api/submissions/${submission}/comments`;

export function fetchComments(submission: string): Promise<Comments> {
  return api(pathOf(submission), { schema });
}

/** Safe to repeat with the same `clientId`. */
export function sendComment(submission: string, body: CommentInput): Promise<Comments> {
  return api(pathOf(submission), { method: 'POST', body, schema, retries: 2 });
}
