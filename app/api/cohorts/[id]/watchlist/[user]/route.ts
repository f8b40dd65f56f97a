import { WatchAsideInputSchema } from '@/contracts/watchlist';
import { json, parseBody, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';
import { setAside } from '@/server/watchlist/change';
import { readWatchlist } from '@/server/watchlist/read';

export const PUT = route<{ params: Promise<{ id: string; user: string }> }>(async (request, { params }) => {
  const { id: cohortId, user: userId } = await params;
  const input = await parseBody(request, WatchAsideInputSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('moderation', { account: viewer.id, headers: request.headers });
  await setAside(viewer, { cohortId, userId }, input);
  return json(await readWatchlist(viewer, cohortId));
});
