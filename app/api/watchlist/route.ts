import { json, route } from '@/server/http';
import { requireMember } from '@/server/viewer';
import { readOwnWatch } from '@/server/watchlist/read';

export const GET = route(async ({ headers }) => json(await readOwnWatch(await requireMember(headers))));
