import { CopyInputSchema } from '@/contracts/cohort-settings';
import { copyCohort } from '@/server/cohorts/setup';
import { json, parseBody, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';

export const POST = route<{ params: Promise<{ id: string }> }>(async (request, { params }) => {
  const input = await parseBody(request, CopyInputSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('cohort', { account: viewer.id, headers: request.headers });
  return json({ cohort: { id: await copyCohort(viewer, (await params).id, input) } }, { status: 201 });
});
