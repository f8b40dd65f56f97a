import { json, route } from '@/server/http';
import { readCohortInstruction } from '@/server/peer-sessions/cohort-instruction';
import { requireMember } from '@/server/viewer';

type Context = { params: Promise<{ id: string }> };

export const GET = route<Context>(async ({ headers }, { params }) => {
  const { id } = await params;
  const viewer = await requireMember(headers);
  return json(await readCohortInstruction(viewer, id));
});
