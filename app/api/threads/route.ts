import { ThreadInputSchema, ThreadListQuerySchema } from '@/contracts/discussion';
import { listThreads } from '@/server/discussion/list-threads';
import { openThread } from '@/server/discussion/open-thread';
import { requireReader } from '@/server/discussion/require-reader';
import { json, parseBody, parseQuery, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';

export const GET = route(async (request) => {
  const query = parseQuery(request, ThreadListQuerySchema);
  const reader = await requireReader(request.headers);
  return json(await listThreads(reader, query));
});

export const POST = route(async (request) => {
  const input = await parseBody(request, ThreadInputSchema);
  const reader = await requireReader(request.headers);
  await enforceLimit('post', { account: reader.userId, headers: request.headers });
  return json(await openThread(reader, input), { status: 201 });
});
