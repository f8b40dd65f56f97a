import { apiRoute } from '@/server/api/http';
import { listApiExercises } from '@/server/api/read';

export const GET = apiRoute<{ id: string }>('cohorts:read', async ({ caller, params }) =>
  listApiExercises(caller, params.id),
);
