import { LogDayQuerySchema, LogSaveSchema } from '@/contracts/log';
import { json, parseBody, parseQuery, route } from '@/server/http';
import { readDay } from '@/server/log/read';
import { saveEntry } from '@/server/log/write';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';

export const GET = route(async (request) => {
  const asked = parseQuery(request, LogDayQuerySchema);
  const viewer = await requireMember(request.headers);
  return json(await readDay(viewer, asked));
});

export const PUT = route(async (request) => {
  const input = await parseBody(request, LogSaveSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('save', { account: viewer.id, headers: request.headers });
  const { saved, entry } = await saveEntry(viewer, input);
  return json({ entry }, { status: saved ? 200 : 409 });
});
