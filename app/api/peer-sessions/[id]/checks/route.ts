import { json, route } from '@/server/http';
import { listChecks } from '@/server/peer-sessions/instruction';
import { requireMember } from '@/server/viewer';

type Context = { params: Promise<{ id: string }> };

export const GET = route<Context>(async ({ headers }, { params }) => {
  const { id } = await params;
  const viewer = await requireMember(headers);
  return json({ checks: await listChecks(viewer, id) });
});
