import { FollowUpInputSchema } from '@/contracts/watchlist';
import { json, parseBody, route } from '@/server/http';
import { addForNextSession } from '@/server/peer-sessions/staff-items';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';

export const POST = route<{ params: Promise<{ id: string; team: string }> }>(async (request, { params }) => {
  const { id: cohortId, team: teamId } = await params;
  const input = await parseBody(request, FollowUpInputSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('moderation', { account: viewer.id, headers: request.headers });
  return json({ day: await addForNextSession(viewer, { cohortId, teamId }, input) }, { status: 201 });
});
