import { RetentionInputSchema } from '@/contracts/privacy';
import { json, parseBody, route } from '@/server/http';
import { applyRetentionNow, readRetention, setRetention } from '@/server/privacy/retention';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';

export const GET = route(async ({ headers }) => json(await readRetention(await requireMember(headers))));

export const PUT = route(async (request) => {
  const input = await parseBody(request, RetentionInputSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('moderation', { account: viewer.id, headers: request.headers });
  return json(await setRetention(viewer, input));
});

export const POST = route(async ({ headers }) => {
  const viewer = await requireMember(headers);
  await enforceLimit('moderation', { account: viewer.id, headers });
  return json({ removed: await applyRetentionNow(viewer) });
});
