import { TakeInvitationSchema } from '@/contracts/cohort-people';
import { json, parseBody, route } from '@/server/http';
import { takeInvitation } from '@/server/people/take-invitation';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';

export const POST = route(async (request) => {
  const { token } = await parseBody(request, TakeInvitationSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('join-code', { account: viewer.id, headers: request.headers });
  return json(await takeInvitation(viewer, token));
});
