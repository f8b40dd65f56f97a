import { readExercise } from '@/server/cohorts/exercise';
import { json, route } from '@/server/http';
import { requireMember } from '@/server/viewer';

type Context = { params: Promise<{ id: string; unit: string; exercise: string }> };

export const GET = route<Context>(async ({ headers }, { params }) => {
  const { id, unit, exercise } = await params;
  const viewer = await requireMember(headers);
  return json(await readExercise(viewer, id, `${unit}/${exercise}`));
});
