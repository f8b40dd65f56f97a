import * as z from 'zod';
import { RegradeInputSchema } from '@/contracts/regrade';
import { ExerciseIdSchema } from '@/grading/exercise-id';
import { json, parseBody, parseQuery, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';
import { listRegrades } from '@/server/regrades/read';
import { startRegrade } from '@/server/regrades/start';
import { requireMember } from '@/server/viewer';

export const GET = route(async (request) => {
  const { exercise } = parseQuery(request, z.object({ exercise: ExerciseIdSchema.optional() }));
  const viewer = await requireMember(request.headers);
  return json(await listRegrades(viewer, exercise));
});

export const POST = route(async (request) => {
  const input = await parseBody(request, RegradeInputSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('regrade', { account: viewer.id, headers: request.headers });
  return json({ regrade: await startRegrade(viewer, input) }, { status: 201 });
});
