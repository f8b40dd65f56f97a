import * as z from 'zod';
import { TeamInputSchema } from '@/contracts/team';
import { json, parseBody, parseQuery, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';
import { createTeam } from '@/server/teams/manage';
import { listCohortTeams, listOwnTeams } from '@/server/teams/read';
import { requireMember } from '@/server/viewer';

export const GET = route(async (request) => {
  const { cohort } = parseQuery(request, z.object({ cohort: z.uuid().optional() }));
  const viewer = await requireMember(request.headers);
  return json(cohort === undefined ? await listOwnTeams(viewer) : await listCohortTeams(viewer, cohort));
});

export const POST = route(async (request) => {
  const input = await parseBody(request, TeamInputSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('team', { account: viewer.id, headers: request.headers });
  return json({ team: await createTeam(viewer, input) }, { status: 201 });
});
