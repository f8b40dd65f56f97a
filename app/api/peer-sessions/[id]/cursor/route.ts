import { CursorInputSchema } from '@/contracts/peer-session';
import { json, parseBody, route } from '@/server/http';
import { tellCursor } from '@/server/peer-sessions/notes';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';

type Context = { params: Promise<{ id: string }> };

export const POST = route<Context>(async (request, { params }) => {
  const { id } = await params;
  const input = await parseBody(request, CursorInputSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('cursor', { account: viewer.id, headers: request.headers });
  await tellCursor(viewer, id, input);
  return json({ ok: true });
});
