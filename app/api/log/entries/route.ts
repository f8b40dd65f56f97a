import * as z from 'zod';
import { DaySchema } from '@/contracts/log';
import { json, parseQuery, route } from '@/server/http';
import { listEntries } from '@/server/log/read';
import { requireMember } from '@/server/viewer';

export const GET = route(async (request) => {
  const { before } = parseQuery(request, z.object({ before: DaySchema.optional() }));
  const viewer = await requireMember(request.headers);
  return json(await listEntries(viewer, before));
});
