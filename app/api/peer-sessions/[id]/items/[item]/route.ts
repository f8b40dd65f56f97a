import { ItemChangeSchema } from '@/contracts/peer-session';
import { json, parseBody, route } from '@/server/http';
import { markItem, removeItem } from '@/server/peer-sessions/items';
import { readSession } from '@/server/peer-sessions/read';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';

type Context = { params: Promise<{ id: string; item: string }> };

export const PUT = route<Context>(async (request, { params }) => {
  const { id, item } = await params;
  const { done } = await parseBody(request, ItemChangeSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('session', { account: viewer.id, headers: request.headers });
  await markItem(viewer, id, item, done);
  return json(await readSession(viewer, id));
});

export const DELETE = route<Context>(async ({ headers }, { params }) => {
  const { id, item } = await params;
  const viewer = await requireMember(headers);
  await enforceLimit('session', { account: viewer.id, headers });
  await removeItem(viewer, id, item);
  return json(await readSession(viewer, id));
});
