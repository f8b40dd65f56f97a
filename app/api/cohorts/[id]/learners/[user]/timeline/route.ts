import { TimelineQuerySchema } from '@/contracts/cohort-learner';
import { readTimeline } from '@/server/cohorts/timeline';
import { json, parseQuery, route } from '@/server/http';
import { requireMember } from '@/server/viewer';

export const GET = route<{ params: Promise<{ id: string; user: string }> }>(async (request, { params }) => {
  const { before } = parseQuery(request, TimelineQuerySchema);
  const { id: cohortId, user: userId } = await params;
  const viewer = await requireMember(request.headers);
  return json(await readTimeline(viewer, { cohortId, userId }, before));
});
