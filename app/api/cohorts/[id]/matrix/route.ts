import { readMatrix } from '@/server/cohorts/matrix';
import { json, route } from '@/server/http';
import { requireMember } from '@/server/viewer';

export const GET = route<{ params: Promise<{ id: string }> }>(async (request, { params }) => {
  const viewer = await requireMember(request.headers);
  return json(await readMatrix(viewer, (await params).id));
});
