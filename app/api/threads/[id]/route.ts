import { ThreadActionSchema, ThreadWindowQuerySchema } from '@/contracts/discussion';
import { readThread } from '@/server/discussion/read-thread';
import { idOf, requireReader } from '@/server/discussion/require-reader';
import { actOnThread } from '@/server/discussion/thread-actions';
import { json, parseBody, parseQuery, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';

export const GET = route<{ params: Promise<{ id: string }> }>(async (request, { params }) => {
  const query = parseQuery(request, ThreadWindowQuerySchema);
  const reader = await requireReader(request.headers);
  return json(await readThread(reader, await idOf(params), query));
});

export const PATCH = route<{ params: Promise<{ id: string }> }>(async (request, { params }) => {
  const action = await parseBody(request, ThreadActionSchema);
  const reader = await requireReader(request.headers);
  await enforceLimit('moderation', { account: reader.userId, headers: request.headers });
  return json({ thread: await actOnThread(reader, await idOf(params), action) });
});
