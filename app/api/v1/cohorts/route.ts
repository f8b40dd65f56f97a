import { ApiPageQuerySchema } from '@/contracts/api-v1';
import { apiRoute, parseApiQuery } from '@/server/api/http';
import { listApiCohorts } from '@/server/api/read';

export const GET = apiRoute('cohorts:read', async ({ caller, request }) =>
  listApiCohorts(caller, parseApiQuery(request, ApiPageQuerySchema)),
);
