import { ExtensionInputSchema } from '@/contracts/extension';
import { readLearner } from '@/server/cohorts/learner';
import { setExtension } from '@/server/extensions/set';
import { json, parseBody, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';

export const PUT = route<{ params: Promise<{ id: string; user: string }> }>(async (request, { params }) => {
  const { id: cohortId, user: userId } = await params;
  const input = await parseBody(request, ExtensionInputSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('moderation', { account: viewer.id, headers: request.headers });
  await setExtension(viewer, { cohortId, userId }, input);
  return json(await readLearner(viewer, cohortId, userId));
});
