import { readLearner } from '@/server/cohorts/learner';
import { json, route } from '@/server/http';
import { requireMember } from '@/server/viewer';

export const GET = route<{ params: Promise<{ id: string; user: string }> }>(async ({ headers }, { params }) => {
  const { id, user } = await params;
  const viewer = await requireMember(headers);
  return json(await readLearner(viewer, id, user));
});
