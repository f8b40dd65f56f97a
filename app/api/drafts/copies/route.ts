import { ExerciseQuerySchema } from '@/contracts/learning';
import { listDraftCopies } from '@/server/drafts/draft-copies';
import { json, parseQuery, route } from '@/server/http';
import { findViewer } from '@/server/viewer';

export const GET = route(async (request) => {
  const { exercise } = parseQuery(request, ExerciseQuerySchema);
  const viewer = await findViewer(request.headers);
  return json({ copies: viewer ? await listDraftCopies(viewer, exercise) : [] });
});
