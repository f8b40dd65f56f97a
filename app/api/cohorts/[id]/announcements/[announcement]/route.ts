import { AnnouncementChangeSchema } from '@/contracts/announcement';
import { changeAnnouncement, deleteAnnouncement } from '@/server/announcements/write';
import { json, parseBody, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';

type Context = { params: Promise<{ id: string; announcement: string }> };

export const PATCH = route<Context>(async (request, { params }) => {
  const { id: cohortId, announcement: id } = await params;
  const change = await parseBody(request, AnnouncementChangeSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('cohort', { account: viewer.id, headers: request.headers });
  return json({ announcement: await changeAnnouncement(viewer, { cohortId, id }, change) });
});

export const DELETE = route<Context>(async (request, { params }) => {
  const { id: cohortId, announcement: id } = await params;
  const viewer = await requireMember(request.headers);
  await enforceLimit('cohort', { account: viewer.id, headers: request.headers });
  await deleteAnnouncement(viewer, { cohortId, id });
  return json({ ok: true });
});
