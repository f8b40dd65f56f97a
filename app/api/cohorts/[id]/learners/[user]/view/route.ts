import { json, route, withCookies } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';
import { startView } from '@/server/view-as/start';
import { viewCookies } from '@/server/view-as/view';
import { requireMember } from '@/server/viewer';

export const POST = route<{ params: Promise<{ id: string; user: string }> }>(async ({ headers }, { params }) => {
  const { id: cohortId, user: userId } = await params;
  const viewer = await requireMember(headers);
  await enforceLimit('moderation', { account: viewer.id, headers });
  const view = await startView(viewer, { cohortId, userId });
  return withCookies(json({ until: new Date(view.until).toISOString() }), viewCookies(headers, view));
});
