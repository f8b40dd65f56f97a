import { RosterInputSchema } from '@/contracts/cohort-people';
import { json, parseBody, route } from '@/server/http';
import { importRoster } from '@/server/people/roster';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';

export const POST = route<{ params: Promise<{ id: string }> }>(async (request, { params }) => {
  const roster = await parseBody(request, RosterInputSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('roster', { account: viewer.id, headers: request.headers });
  return json(await importRoster(viewer, (await params).id, roster));
});
