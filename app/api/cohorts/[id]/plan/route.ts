import { PlanInputSchema } from '@/contracts/cohort-settings';
import { changePlan, layOutPlan } from '@/server/cohorts/setup';
import { json, parseBody, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';

type Context = { params: Promise<{ id: string }> };

export const PUT = route<Context>(async (request, { params }) => {
  const plan = await parseBody(request, PlanInputSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('cohort', { account: viewer.id, headers: request.headers });
  return json(await changePlan(viewer, (await params).id, plan));
});

export const POST = route<Context>(async (request, { params }) => {
  const viewer = await requireMember(request.headers);
  await enforceLimit('cohort', { account: viewer.id, headers: request.headers });
  return json(await layOutPlan(viewer, (await params).id));
});
