import { checkHealth } from '@/server/health';
import { json, route } from '@/server/http';

export const GET = route(async () => json(await checkHealth()));
