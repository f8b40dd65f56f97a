import { ApiPageQuerySchema } from '@/contracts/api-v1';
import { apiRoute, parseApiQuery } from '@/server/api/http';
import { listApiLearners } from '@/server/api/read';

export const GET = apiRoute<{ id: string }>('roster:read', async ({ caller, params, request }) =>
  listApiLearners(caller, params.id, parseApiQuery(request, ApiPageQuerySchema)),
);
