import { json, route } from '@/server/http';
import { readSession } from '@/server/peer-sessions/read';
import { requireMember } from '@/server/viewer';

type Context = { params: Promise<{ id: string }> };

export const GET = route<Context>(async ({ headers }, { params }) => {
  const { id } = await params;
  const viewer = await requireMember(headers);
  return json(await readSession(viewer, id));
});
