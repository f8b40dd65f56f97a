import { readApiGrades } from '@/server/api/grades';
import { apiRoute } from '@/server/api/http';

export const GET = apiRoute<{ id: string; user: string }>('grades:read', async ({ caller, params }) =>
  readApiGrades(caller, params.id, params.user),
);
