import { ApiSubmissionQuerySchema } from '@/contracts/api-v1';
import { apiRoute, parseApiQuery } from '@/server/api/http';
import { listApiSubmissions } from '@/server/api/read';

export const GET = apiRoute<{ id: string }>('submissions:read', async ({ caller, params, request }) =>
  listApiSubmissions(caller, params.id, parseApiQuery(request, ApiSubmissionQuerySchema)),
);
