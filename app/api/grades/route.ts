import { readOwnGrades } from '@/server/gradebook/learner';
import { json, route } from '@/server/http';
import { requireMember } from '@/server/viewer';

export const GET = route(async ({ headers }) => json(await readOwnGrades(await requireMember(headers))));
