import { TodayInputSchema } from '@/contracts/peer-session';
import { json, parseBody, parseQuery, route } from '@/server/http';
import { listSessions } from '@/server/peer-sessions/read';
import { openToday } from '@/server/peer-sessions/today';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';

export const GET = route(async (request) => {
  const { team } = parseQuery(request, TodayInputSchema);
  const viewer = await requireMember(request.headers);
  return json(await listSessions(viewer, team));
});

export const POST = route(async (request) => {
  const { team } = await parseBody(request, TodayInputSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('session', { account: viewer.id, headers: request.headers });
  return json({ id: await openToday(viewer, team) });
});
