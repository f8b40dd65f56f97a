import { CommentInputSchema } from '@/contracts/comment';
import { readComments } from '@/server/comments/read';
import { writeComment } from '@/server/comments/write';
import { idOf, requireReader } from '@/server/discussion/require-reader';
import { json, parseBody, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';

type Context = { params: Promise<{ id: string }> };

export const GET = route<Context>(async ({ headers }, { params }) => {
  const id = await idOf(params);
  const reader = await requireReader(headers);
  return json(await readComments(reader, id));
});

export const POST = route<Context>(async (request, { params }) => {
  const id = await idOf(params);
  const input = await parseBody(request, CommentInputSchema);
  const reader = await requireReader(request.headers);
  await enforceLimit('post', { account: reader.userId, headers: request.headers });
  await writeComment(reader, id, input);
  return json(await readComments(reader, id), { status: 201 });
});
