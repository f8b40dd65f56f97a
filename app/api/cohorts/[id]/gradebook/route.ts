import { readGradebook } from '@/server/gradebook/book';
import { json, route } from '@/server/http';
import { requireMember } from '@/server/viewer';

export const GET = route<{ params: Promise<{ id: string }> }>(async (request, { params }) => {
  const viewer = await requireMember(request.headers);
  return json(await readGradebook(viewer, (await params).id));
});
