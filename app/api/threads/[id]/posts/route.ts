import { PostInputSchema } from '@/contracts/discussion';
import { idOf, requireReader } from '@/server/discussion/require-reader';
import { writePost } from '@/server/discussion/write-post';
import { json, parseBody, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';

export const POST = route<{ params: Promise<{ id: string }> }>(async (request, { params }) => {
  const input = await parseBody(request, PostInputSchema);
  const reader = await requireReader(request.headers);
  await enforceLimit('post', { account: reader.userId, headers: request.headers });
  return json({ post: await writePost(reader, await idOf(params), input) }, { status: 201 });
});
