import { CellQuerySchema } from '@/contracts/cohort';
import { readGradeCell } from '@/server/gradebook/learner';
import { json, parseQuery, route } from '@/server/http';
import { requireMember } from '@/server/viewer';

export const GET = route<{ params: Promise<{ id: string }> }>(async (request, { params }) => {
  const query = parseQuery(request, CellQuerySchema);
  const viewer = await requireMember(request.headers);
  return json(await readGradeCell(viewer, (await params).id, query));
});
