import { LessonProgressInputSchema } from '@/contracts/learning';
import { json, parseBody, route, withCookies } from '@/server/http';
import { saveLessonProgress } from '@/server/progress/lessons';
import { enforceLimit } from '@/server/rate-limit';
import { ensureGuest } from '@/server/viewer';

export const PUT = route(async (request) => {
  const input = await parseBody(request, LessonProgressInputSchema);
  const { viewer, cookies } = await ensureGuest(request.headers);
  await enforceLimit('save', { account: viewer.id, headers: request.headers });
  await saveLessonProgress(viewer, input);
  return withCookies(json({}), cookies);
});
