import { ApiTokenInputSchema } from '@/contracts/api-token';
import { createApiToken, listApiTokens } from '@/server/api/tokens';
import { json, parseBody, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';

type Context = { params: Promise<{ id: string }> };

export const GET = route<Context>(async ({ headers }, { params }) => {
  const { id } = await params;
  const viewer = await requireMember(headers);
  return json({ tokens: await listApiTokens(viewer, id) });
});

export const POST = route<Context>(async (request, { params }) => {
  const { id } = await params;
  const input = await parseBody(request, ApiTokenInputSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('cohort', { account: viewer.id, headers: request.headers });
  return json(await createApiToken(viewer, id, input), { status: 201 });
});
