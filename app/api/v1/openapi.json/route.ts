import { openApiDocument } from '@/server/api/openapi';
import { json, route } from '@/server/http';

// Made when asked for: the address of the site is known then.
export const dynamic = 'force-dynamic';

export const GET = route(async () => json(openApiDocument(), { headers: { 'cache-control': 'public, max-age=3600' } }));
