import { CohortSettingsSchema } from '@/contracts/cohort-settings';
import { changeSettings, readSetup } from '@/server/cohorts/setup';
import { json, parseBody, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';

type Context = { params: Promise<{ id: string }> };

export const GET = route<Context>(async (request, { params }) => {
  const viewer = await requireMember(request.headers);
  return json(await readSetup(viewer, (await params).id));
});

export const PUT = route<Context>(async (request, { params }) => {
  const settings = await parseBody(request, CohortSettingsSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('cohort', { account: viewer.id, headers: request.headers });
  return json(await changeSettings(viewer, (await params).id, settings));
});
