import { json, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';
import { leaveTeam } from '@/server/teams/manage';
import { requireMember } from '@/server/viewer';

type Context = { params: Promise<{ id: string }> };

/** The viewer leaves. */
export const DELETE = route<Context>(async ({ headers }, { params }) => {
  const { id } = await params;
  const viewer = await requireMember(headers);
  await enforceLimit('team', { account: viewer.id, headers });
  await leaveTeam(viewer, id);
  return json({ ok: true });
});
