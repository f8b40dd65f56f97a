import { PersonQuerySchema } from '@/contracts/privacy';
import { json, parseQuery, route } from '@/server/http';
import { findPerson } from '@/server/privacy/people';
import { requireMember } from '@/server/viewer';

export const GET = route(async (request) => {
  const { email } = parseQuery(request, PersonQuerySchema);
  return json(await findPerson(await requireMember(request.headers), email));
});
