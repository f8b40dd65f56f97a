import * as z from 'zod';
import { TimeZoneSchema } from '@/contracts/log';
import { json, parseQuery, route } from '@/server/http';
import { readOverview } from '@/server/log/read';
import { requireMember } from '@/server/viewer';

export const GET = route(async (request) => {
  const { zone } = parseQuery(request, z.object({ zone: TimeZoneSchema }));
  const viewer = await requireMember(request.headers);
  return json(await readOverview(viewer, zone));
});
