import { MoveInputSchema } from '@/contracts/team';
import { json, parseBody, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';
import { moveMember } from '@/server/teams/manage';
import { requireMember } from '@/server/viewer';

export const PUT = route(async (request) => {
  const input = await parseBody(request, MoveInputSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('team', { account: viewer.id, headers: request.headers });
  await moveMember(viewer, input);
  return json({ ok: true });
});
