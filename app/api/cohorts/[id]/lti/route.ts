import { CohortLtiActionSchema } from '@/contracts/lti';
import { json, parseBody, route } from '@/server/http';
import { actOnCohortLti, readCohortLti } from '@/server/lti/cohort';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';

type Context = { params: Promise<{ id: string }> };

export const GET = route<Context>(async ({ headers }, { params }) => {
  const { id } = await params;
  return json(await readCohortLti(await requireMember(headers), id));
});

export const POST = route<Context>(async (request, { params }) => {
  const { id } = await params;
  const input = await parseBody(request, CohortLtiActionSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('cohort', { account: viewer.id, headers: request.headers });
  return json(await actOnCohortLti(viewer, id, input));
});
