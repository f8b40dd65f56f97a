import { InstructionInputSchema, VoteInputSchema } from '@/contracts/peer-session';
import { json, parseBody, route } from '@/server/http';
import { directInstruction, vote } from '@/server/peer-sessions/instruction';
import { readSession } from '@/server/peer-sessions/read';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';

type Context = { params: Promise<{ id: string }> };

export const POST = route<Context>(async (request, { params }) => {
  const { id } = await params;
  const input = await parseBody(request, InstructionInputSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('session', { account: viewer.id, headers: request.headers });
  await directInstruction(viewer, id, input);
  return json(await readSession(viewer, id));
});

export const PUT = route<Context>(async (request, { params }) => {
  const { id } = await params;
  const input = await parseBody(request, VoteInputSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('session', { account: viewer.id, headers: request.headers });
  await vote(viewer, id, input);
  return json(await readSession(viewer, id));
});
