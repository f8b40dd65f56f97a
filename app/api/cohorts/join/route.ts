import { JoinInputSchema } from '@/contracts/team';
import { json, parseBody, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';
import { joinCohort } from '@/server/teams/join';
import { requireMember } from '@/server/viewer';

export const POST = route(async (request) => {
  const { code } = await parseBody(request, JoinInputSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('join-code', { account: viewer.id, headers: request.headers });
  return json(await joinCohort(viewer, code));
});
