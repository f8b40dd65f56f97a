import { json, route } from '@/server/http';
import { renewCohortCode } from '@/server/people/change';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';

export const POST = route<{ params: Promise<{ id: string }> }>(async (request, { params }) => {
  const viewer = await requireMember(request.headers);
  await enforceLimit('cohort', { account: viewer.id, headers: request.headers });
  return json({ joinCode: await renewCohortCode(viewer, (await params).id) });
});
