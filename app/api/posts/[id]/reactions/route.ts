import { ReactionInputSchema } from '@/contracts/discussion';
import { react } from '@/server/discussion/change-post';
import { idOf, requireReader } from '@/server/discussion/require-reader';
import { json, parseBody, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';

export const PUT = route<{ params: Promise<{ id: string }> }>(async (request, { params }) => {
  const { kind, on } = await parseBody(request, ReactionInputSchema);
  const reader = await requireReader(request.headers);
  await enforceLimit('reaction', { account: reader.userId, headers: request.headers });
  return json({ reactions: await react(reader, await idOf(params), kind, on) });
});
