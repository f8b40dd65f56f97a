import { TeamRenameSchema } from '@/contracts/team';
import { json, parseBody, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';
import { renameTeam } from '@/server/teams/manage';
import { readTeam } from '@/server/teams/read';
import { requireMember } from '@/server/viewer';

type Context = { params: Promise<{ id: string }> };

export const GET = route<Context>(async ({ headers }, { params }) => {
  const { id } = await params;
  const viewer = await requireMember(headers);
  return json({ team: await readTeam(viewer, id) });
});

export const PUT = route<Context>(async (request, { params }) => {
  const { id } = await params;
  const { name } = await parseBody(request, TeamRenameSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('team', { account: viewer.id, headers: request.headers });
  return json({ team: await renameTeam(viewer, id, name) });
});
