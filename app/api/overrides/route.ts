import { ExerciseQuerySchema } from '@/contracts/learning';
import { json, parseQuery, route } from '@/server/http';
import { readOwnOverride } from '@/server/overrides/read';
import { requireViewer } from '@/server/viewer';

export const GET = route(
  async (request) => {
    const { exercise } = parseQuery(request, ExerciseQuerySchema);
    const viewer = await requireViewer(request.headers);
    return json({ override: await readOwnOverride(viewer, exercise) });
  },
  { inView: true },
);
