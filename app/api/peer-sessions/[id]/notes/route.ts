import { NotesInputSchema, NotesQuerySchema } from '@/contracts/peer-session';
import { json, parseBody, parseQuery, route } from '@/server/http';
import { appendNotes, readNotes } from '@/server/peer-sessions/notes';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';

type Context = { params: Promise<{ id: string }> };

export const GET = route<Context>(async (request, { params }) => {
  const { id } = await params;
  const { after } = parseQuery(request, NotesQuerySchema);
  const viewer = await requireMember(request.headers);
  return json({ rows: await readNotes(viewer, id, after) });
});

export const POST = route<Context>(async (request, { params }) => {
  const { id } = await params;
  const input = await parseBody(request, NotesInputSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('notes', { account: viewer.id, headers: request.headers });
  return json({ row: await appendNotes(viewer, id, input) }, { status: 201 });
});
