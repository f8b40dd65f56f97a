import { readLearnerGrades } from '@/server/gradebook/learner';
import { json, route } from '@/server/http';
import { requireMember } from '@/server/viewer';

export const GET = route<{ params: Promise<{ id: string; user: string }> }>(async ({ headers }, { params }) => {
  const { id, user } = await params;
  const viewer = await requireMember(headers);
  return json(await readLearnerGrades(viewer, id, user));
});
