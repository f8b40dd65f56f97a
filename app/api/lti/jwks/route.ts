import { json, route } from '@/server/http';
import { publicKeys } from '@/server/lti/keys';

// Made when asked for: keys come and go.
export const dynamic = 'force-dynamic';

export const GET = route(async () =>
  json(await publicKeys(), { headers: { 'cache-control': 'public, max-age=3600' } }),
);
