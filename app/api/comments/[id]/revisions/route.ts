import { readCommentRevisions } from '@/server/comments/read';
import { idOf, requireReader } from '@/server/discussion/require-reader';
import { json, route } from '@/server/http';

type Context = { params: Promise<{ id: string }> };

export const GET = route<Context>(async ({ headers }, { params }) => {
  const reader = await requireReader(headers);
  return json({ revisions: await readCommentRevisions(reader, await idOf(params)) });
});
