import { ApiPageQuerySchema } from '@/contracts/api-v1';
import { listApiGrades } from '@/server/api/grades';
import { apiRoute, parseApiQuery } from '@/server/api/http';

export const GET = apiRoute<{ id: string }>('grades:read', async ({ caller, params, request }) =>
  listApiGrades(caller, params.id, parseApiQuery(request, ApiPageQuerySchema)),
);
