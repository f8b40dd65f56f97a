import { SharingInputSchema } from '@/contracts/team';
import { json, parseBody, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';
import { setSharing } from '@/server/teams/manage';
import { listOwnTeams } from '@/server/teams/read';
import { requireMember } from '@/server/viewer';

export const PUT = route(async (request) => {
  const input = await parseBody(request, SharingInputSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('team', { account: viewer.id, headers: request.headers });
  await setSharing(viewer, input);
  return json(await listOwnTeams(viewer));
});
