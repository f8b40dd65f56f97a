import { PeopleInputSchema } from '@/contracts/peer-session';
import { json, parseBody, route } from '@/server/http';
import { changePeople } from '@/server/peer-sessions/people';
import { readSession } from '@/server/peer-sessions/read';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';

type Context = { params: Promise<{ id: string }> };

export const PUT = route<Context>(async (request, { params }) => {
  const { id } = await params;
  const input = await parseBody(request, PeopleInputSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('session', { account: viewer.id, headers: request.headers });
  await changePeople(viewer, id, input);
  return json(await readSession(viewer, id));
});
