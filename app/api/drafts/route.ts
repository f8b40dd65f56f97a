import { DraftInputSchema, ExerciseQuerySchema } from '@/contracts/learning';
import { findDraft, saveDraft } from '@/server/drafts/drafts';
import { json, parseBody, parseQuery, route, withCookies } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';
import { ensureGuest, findViewer } from '@/server/viewer';

export const GET = route(
  async (request) => {
    const { exercise } = parseQuery(request, ExerciseQuerySchema);
    const viewer = await findViewer(request.headers);
    // What is not handed in is nobody else's to see.
    const isOwn = viewer !== null && viewer.viewedIn === undefined;
    return json({ draft: isOwn ? await findDraft(viewer, exercise) : null });
  },
  { inView: true },
);

export const PUT = route(async (request) => {
  const input = await parseBody(request, DraftInputSchema);
  const { viewer, cookies } = await ensureGuest(request.headers);
  await enforceLimit('save', { account: viewer.id, headers: request.headers });
  const { saved, draft } = await saveDraft(viewer, input);
  return withCookies(json({ draft }, { status: saved ? 200 : 409 }), cookies);
});
