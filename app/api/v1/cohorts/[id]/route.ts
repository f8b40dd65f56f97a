import { apiRoute } from '@/server/api/http';
import { readApiCohort } from '@/server/api/read';

export const GET = apiRoute<{ id: string }>('cohorts:read', async ({ caller, params }) =>
  readApiCohort(caller, params.id),
);
