import { CohortSettingsSchema } from '@/contracts/cohort-settings';
import { listCohorts } from '@/server/cohorts/list';
import { createCohort } from '@/server/cohorts/setup';
import { json, parseBody, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';

export const GET = route(async (request) => json(await listCohorts(await requireMember(request.headers))));

export const POST = route(async (request) => {
  const settings = await parseBody(request, CohortSettingsSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('cohort', { account: viewer.id, headers: request.headers });
  return json({ cohort: { id: await createCohort(viewer, settings) } }, { status: 201 });
});
