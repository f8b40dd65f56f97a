import { AnnouncementInputSchema, AnnouncementsQuerySchema } from '@/contracts/announcement';
import { listForStaff } from '@/server/announcements/read';
import { createAnnouncement } from '@/server/announcements/write';
import { json, parseBody, parseQuery, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';

type Context = { params: Promise<{ id: string }> };

export const GET = route<Context>(async (request, { params }) => {
  const { before } = parseQuery(request, AnnouncementsQuerySchema);
  const viewer = await requireMember(request.headers);
  return json(await listForStaff(viewer, (await params).id, before));
});

export const POST = route<Context>(async (request, { params }) => {
  const input = await parseBody(request, AnnouncementInputSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('cohort', { account: viewer.id, headers: request.headers });
  return json({ announcement: await createAnnouncement(viewer, (await params).id, input) }, { status: 201 });
});
