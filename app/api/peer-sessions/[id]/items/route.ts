import { ItemInputSchema } from '@/contracts/peer-session';
import { json, parseBody, route } from '@/server/http';
import { addItem } from '@/server/peer-sessions/items';
import { readSession } from '@/server/peer-sessions/read';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';

type Context = { params: Promise<{ id: string }> };

export const POST = route<Context>(async (request, { params }) => {
  const { id } = await params;
  const input = await parseBody(request, ItemInputSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('session', { account: viewer.id, headers: request.headers });
  await addItem(viewer, id, input);
  return json(await readSession(viewer, id), { status: 201 });
});
