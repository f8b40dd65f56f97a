import { ExerciseQuerySchema, SubmissionInputSchema } from '@/contracts/learning';
import { json, parseBody, parseQuery, route, withCookies } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';
import { listSubmissions } from '@/server/submissions/read';
import { submit } from '@/server/submissions/submit';
import { ensureGuest, findViewer } from '@/server/viewer';

export const GET = route(
  async (request) => {
    const { exercise } = parseQuery(request, ExerciseQuerySchema);
    const viewer = await findViewer(request.headers);
    return json({ submissions: viewer ? await listSubmissions(viewer, exercise) : [] });
  },
  { inView: true },
);

export const POST = route(async (request) => {
  const input = await parseBody(request, SubmissionInputSchema);
  const { viewer, cookies } = await ensureGuest(request.headers);
  await enforceLimit('submission', { account: viewer.id, headers: request.headers });
  return withCookies(json({ submission: await submit(viewer, input) }, { status: 201 }), cookies);
});
