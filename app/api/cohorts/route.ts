import { listCohorts } from '@/server/cohorts/list';
import { json, route } from '@/server/http';
import { requireMember } from '@/server/viewer';

export const GET = route(async (request) => json(await listCohorts(await requireMember(request.headers))));
