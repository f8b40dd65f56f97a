import { WatchSettingsSchema } from '@/contracts/watchlist';
import { json, parseBody, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';
import { changeWatchSettings } from '@/server/watchlist/change';
import { readWatchlist } from '@/server/watchlist/read';

type Context = { params: Promise<{ id: string }> };

export const GET = route<Context>(async (request, { params }) => {
  const viewer = await requireMember(request.headers);
  return json(await readWatchlist(viewer, (await params).id));
});

export const PUT = route<Context>(async (request, { params }) => {
  const { id } = await params;
  const settings = await parseBody(request, WatchSettingsSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('cohort', { account: viewer.id, headers: request.headers });
  await changeWatchSettings(viewer, id, settings);
  return json(await readWatchlist(viewer, id));
});
