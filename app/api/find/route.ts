import { FindQuerySchema } from '@/contracts/find';
import { requireReader } from '@/server/discussion/require-reader';
import { find } from '@/server/find/find';
import { json, parseQuery, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';

export const GET = route(async (request) => {
  const query = parseQuery(request, FindQuerySchema);
  const reader = await requireReader(request.headers);
  await enforceLimit('find', { account: reader.userId, headers: request.headers });
  return json(await find(reader, query));
});
