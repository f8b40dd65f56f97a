import { PeopleQuerySchema } from '@/contracts/cohort-people';
import { json, parseQuery, route } from '@/server/http';
import { readPeople } from '@/server/people/read';
import { requireMember } from '@/server/viewer';

export const GET = route<{ params: Promise<{ id: string }> }>(async (request, { params }) => {
  const query = parseQuery(request, PeopleQuerySchema);
  const viewer = await requireMember(request.headers);
  return json(await readPeople(viewer, (await params).id, query));
});
