import { PostEditSchema } from '@/contracts/discussion';
import { deletePost, editPost } from '@/server/discussion/change-post';
import { getPost } from '@/server/discussion/read-posts';
import { idOf, requireReader } from '@/server/discussion/require-reader';
import { json, parseBody, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';

type Context = { params: Promise<{ id: string }> };

export const GET = route<Context>(async ({ headers }, { params }) => {
  const reader = await requireReader(headers);
  return json({ post: await getPost(reader, await idOf(params)) });
});

export const PATCH = route<Context>(async (request, { params }) => {
  const input = await parseBody(request, PostEditSchema);
  const reader = await requireReader(request.headers);
  await enforceLimit('post', { account: reader.userId, headers: request.headers });
  const { conflict, post } = await editPost(reader, await idOf(params), input);
  return json({ post }, { status: conflict ? 409 : 200 });
});

export const DELETE = route<Context>(async ({ headers }, { params }) => {
  const reader = await requireReader(headers);
  await enforceLimit('post', { account: reader.userId, headers });
  return json({ post: await deletePost(reader, await idOf(params)) });
});
