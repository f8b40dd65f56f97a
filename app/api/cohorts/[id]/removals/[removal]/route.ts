import { json, route } from '@/server/http';
import { restorePerson } from '@/server/people/change';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';

type Context = { params: Promise<{ id: string; removal: string }> };

export const POST = route<Context>(async (request, { params }) => {
  const { id: cohortId, removal: removalId } = await params;
  const viewer = await requireMember(request.headers);
  await enforceLimit('moderation', { account: viewer.id, headers: request.headers });
  return json({ team: await restorePerson(viewer, { cohortId, removalId }) });
});
