import { CommentEditSchema } from '@/contracts/comment';
import { deleteComment, editComment } from '@/server/comments/change';
import { readComments } from '@/server/comments/read';
import { idOf, requireReader } from '@/server/discussion/require-reader';
import { json, parseBody, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';

type Context = { params: Promise<{ id: string }> };

export const PATCH = route<Context>(async (request, { params }) => {
  const input = await parseBody(request, CommentEditSchema);
  const reader = await requireReader(request.headers);
  await enforceLimit('post', { account: reader.userId, headers: request.headers });
  const { conflict, submissionId } = await editComment(reader, await idOf(params), input);
  return json(await readComments(reader, submissionId), { status: conflict ? 409 : 200 });
});

export const DELETE = route<Context>(async ({ headers }, { params }) => {
  const reader = await requireReader(headers);
  await enforceLimit('post', { account: reader.userId, headers });
  return json(await readComments(reader, await deleteComment(reader, await idOf(params))));
});
