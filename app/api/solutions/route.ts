import { ExerciseQuerySchema } from '@/contracts/learning';
import { openSolution } from '@/server/help/help';
import { json, parseQuery, route } from '@/server/http';
import { requireViewer } from '@/server/viewer';

export const GET = route(async (request) => {
  const { exercise } = parseQuery(request, ExerciseQuerySchema);
  const viewer = await requireViewer(request.headers);
  return json(await openSolution(viewer, exercise));
});
