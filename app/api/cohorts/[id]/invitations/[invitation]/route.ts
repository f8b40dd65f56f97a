import { json, route } from '@/server/http';
import { revokeInvitation } from '@/server/people/invitations';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';

type Context = { params: Promise<{ id: string; invitation: string }> };

export const DELETE = route<Context>(async (request, { params }) => {
  const { id, invitation } = await params;
  const viewer = await requireMember(request.headers);
  await enforceLimit('roster', { account: viewer.id, headers: request.headers });
  await revokeInvitation(viewer, id, invitation);
  return json({ ok: true });
});
