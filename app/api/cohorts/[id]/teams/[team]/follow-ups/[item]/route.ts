import { json, route } from '@/server/http';
import { takeFollowUpBack } from '@/server/peer-sessions/staff-items';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';

type Context = { params: Promise<{ id: string; team: string; item: string }> };

export const DELETE = route<Context>(async ({ headers }, { params }) => {
  const { id: cohortId, team: teamId, item } = await params;
  const viewer = await requireMember(headers);
  await enforceLimit('moderation', { account: viewer.id, headers });
  await takeFollowUpBack(viewer, { cohortId, teamId }, item);
  return json({});
});
