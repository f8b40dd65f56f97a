import { PersonErasureInputSchema } from '@/contracts/privacy';
import { json, parseBody, route } from '@/server/http';
import { eraseFor, keepFor } from '@/server/privacy/people';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';

type Context = { params: Promise<{ id: string }> };

export const POST = route<Context>(async (request, { params }) => {
  const input = await parseBody(request, PersonErasureInputSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('moderation', { account: viewer.id, headers: request.headers });
  await eraseFor(viewer, (await params).id, input);
  return json({});
});

export const DELETE = route<Context>(async ({ headers }, { params }) => {
  await keepFor(await requireMember(headers), (await params).id);
  return json({});
});
