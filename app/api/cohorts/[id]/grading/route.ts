import { GradingInputSchema } from '@/contracts/gradebook';
import { changeGrading, readGrading } from '@/server/gradebook/rule';
import { json, parseBody, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';

type Context = { params: Promise<{ id: string }> };

export const GET = route<Context>(async (request, { params }) => {
  const viewer = await requireMember(request.headers);
  return json(await readGrading(viewer, (await params).id));
});

export const PUT = route<Context>(async (request, { params }) => {
  const grading = await parseBody(request, GradingInputSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('cohort', { account: viewer.id, headers: request.headers });
  return json(await changeGrading(viewer, (await params).id, grading));
});
