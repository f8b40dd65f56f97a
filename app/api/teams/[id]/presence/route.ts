import { PresenceInputSchema } from '@/contracts/team';
import { tell } from '@/server/events/moments';
import { json, parseBody, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';
import { findPresenceAudience } from '@/server/teams/manage';
import { requireMember } from '@/server/viewer';

type Context = { params: Promise<{ id: string }> };

export const POST = route<Context>(async (request, { params }) => {
  const { id } = await params;
  const { hello } = await parseBody(request, PresenceInputSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('presence', { account: viewer.id, headers: request.headers });
  const audience = await findPresenceAudience(viewer, id);
  await tell(audience, { type: 'team-presence', team: id, user: viewer.id, hello }, { from: viewer.id });
  return json({ ok: true });
});
