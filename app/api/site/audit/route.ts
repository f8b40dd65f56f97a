import { json, route } from '@/server/http';
import { readSiteAudit } from '@/server/privacy/people';
import { requireMember } from '@/server/viewer';

export const GET = route(async ({ headers }) => json(await readSiteAudit(await requireMember(headers))));
