import { json, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';
import { renewCode } from '@/server/teams/manage';
import { requireMember } from '@/server/viewer';

type Context = { params: Promise<{ id: string }> };

export const POST = route<Context>(async ({ headers }, { params }) => {
  const { id } = await params;
  const viewer = await requireMember(headers);
  await enforceLimit('team', { account: viewer.id, headers });
  return json({ team: await renewCode(viewer, id) });
});
