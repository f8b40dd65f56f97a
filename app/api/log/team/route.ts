import * as z from 'zod';
import { DaySchema } from '@/contracts/log';
import { json, parseQuery, route } from '@/server/http';
import { readTeamLog } from '@/server/log/read';
import { requireMember } from '@/server/viewer';

export const GET = route(async (request) => {
  const { day } = parseQuery(request, z.object({ day: DaySchema }));
  const viewer = await requireMember(request.headers);
  return json(await readTeamLog(viewer, day));
});
