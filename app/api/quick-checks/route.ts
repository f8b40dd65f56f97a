import { QuickCheckInputSchema } from '@/contracts/learning';
import { json, parseBody, route, withCookies } from '@/server/http';
import { saveQuickCheck } from '@/server/progress/lessons';
import { enforceLimit } from '@/server/rate-limit';
import { ensureGuest } from '@/server/viewer';

export const PUT = route(async (request) => {
  const input = await parseBody(request, QuickCheckInputSchema);
  const { viewer, cookies } = await ensureGuest(request.headers);
  await enforceLimit('save', { account: viewer.id, headers: request.headers });
  await saveQuickCheck(viewer, input);
  return withCookies(json({}), cookies);
});
