import { ClockInputSchema } from '@/contracts/peer-session';
import { json, parseBody, route } from '@/server/http';
import { turnClock } from '@/server/peer-sessions/clock';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';

type Context = { params: Promise<{ id: string }> };

export const POST = route<Context>(async (request, { params }) => {
  const { id } = await params;
  const input = await parseBody(request, ClockInputSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('session', { account: viewer.id, headers: request.headers });
  const { changed, ...now } = await turnClock(viewer, id, input);
  return json(now, { status: changed ? 200 : 409 });
});
