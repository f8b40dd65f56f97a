import { RenewInvitationsSchema } from '@/contracts/cohort-people';
import { json, parseBody, route } from '@/server/http';
import { renewInvitations } from '@/server/people/invitations';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';

export const POST = route<{ params: Promise<{ id: string }> }>(async (request, { params }) => {
  const input = await parseBody(request, RenewInvitationsSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('roster', { account: viewer.id, headers: request.headers });
  return json(await renewInvitations(viewer, (await params).id, input));
});
