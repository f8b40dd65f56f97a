import { JoinInputSchema } from '@/contracts/team';
import { json, parseBody, parseQuery, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';
import { join, previewCode } from '@/server/teams/join';
import { requireMember } from '@/server/viewer';

export const GET = route(async (request) => {
  const { code } = parseQuery(request, JoinInputSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('join-code', { account: viewer.id, headers: request.headers });
  return json(await previewCode(viewer, code));
});

export const POST = route(async (request) => {
  const { code } = await parseBody(request, JoinInputSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('join-code', { account: viewer.id, headers: request.headers });
  return json(await join(viewer, code));
});
