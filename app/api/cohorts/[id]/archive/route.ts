import { ArchiveInputSchema } from '@/contracts/cohort-settings';
import { archiveCohort } from '@/server/cohorts/setup';
import { json, parseBody, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';

export const POST = route<{ params: Promise<{ id: string }> }>(async (request, { params }) => {
  const { archived } = await parseBody(request, ArchiveInputSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('cohort', { account: viewer.id, headers: request.headers });
  await archiveCohort(viewer, (await params).id, archived);
  return json({ ok: true });
});
