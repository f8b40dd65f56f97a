import { PeopleQuerySchema } from '@/contracts/discussion';
import { findMentionable } from '@/server/discussion/people';
import { requireReader } from '@/server/discussion/require-reader';
import { json, parseQuery, route } from '@/server/http';

export const GET = route(async (request) => {
  const query = parseQuery(request, PeopleQuerySchema);
  const reader = await requireReader(request.headers);
  return json({ people: await findMentionable(reader, query) });
});
