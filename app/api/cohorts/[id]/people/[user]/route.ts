import { PersonChangeSchema } from '@/contracts/cohort-people';
import { json, parseBody, route } from '@/server/http';
import { changePerson, removePerson } from '@/server/people/change';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';

type Context = { params: Promise<{ id: string; user: string }> };

export const PATCH = route<Context>(async (request, { params }) => {
  const change = await parseBody(request, PersonChangeSchema);
  const { id: cohortId, user: userId } = await params;
  const viewer = await requireMember(request.headers);
  await enforceLimit('moderation', { account: viewer.id, headers: request.headers });
  await changePerson(viewer, { cohortId, userId }, change);
  return json({ ok: true });
});

export const DELETE = route<Context>(async (request, { params }) => {
  const { id: cohortId, user: userId } = await params;
  const viewer = await requireMember(request.headers);
  await enforceLimit('moderation', { account: viewer.id, headers: request.headers });
  return json({ removal: await removePerson(viewer, { cohortId, userId }) });
});
