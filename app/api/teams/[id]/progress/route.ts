import { json, route } from '@/server/http';
import { readTeamProgress } from '@/server/teams/progress';
import { requireMember } from '@/server/viewer';

type Context = { params: Promise<{ id: string }> };

export const GET = route<Context>(async ({ headers }, { params }) => {
  const { id } = await params;
  const viewer = await requireMember(headers);
  return json(await readTeamProgress(viewer, id));
});
