import { ExerciseQuerySchema, HelpInputSchema } from '@/contracts/learning';
import { askForHelp, getHelp } from '@/server/help/help';
import { json, parseBody, parseQuery, route, withCookies } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';
import { ensureGuest, findViewer } from '@/server/viewer';

export const GET = route(
  async (request) => {
    const { exercise } = parseQuery(request, ExerciseQuerySchema);
    const viewer = await findViewer(request.headers);
    return json(await getHelp(viewer, exercise));
  },
  { inView: true },
);

export const POST = route(async (request) => {
  const input = await parseBody(request, HelpInputSchema);
  const { viewer, cookies } = await ensureGuest(request.headers);
  await enforceLimit('save', { account: viewer.id, headers: request.headers });
  return withCookies(json(await askForHelp(viewer, input)), cookies);
});
