import { json, route } from '@/server/http';
import { invitePlatform } from '@/server/lti/register';
import { requireMember } from '@/server/viewer';

export const POST = route(async ({ headers }) =>
  json(await invitePlatform(await requireMember(headers)), { status: 201 }),
);
