import { OwnAnnouncementsQuerySchema } from '@/contracts/announcement';
import { listOwn } from '@/server/announcements/read';
import { requireReader } from '@/server/discussion/require-reader';
import { json, parseQuery, route } from '@/server/http';

export const GET = route(async (request) => {
  const { unread, before } = parseQuery(request, OwnAnnouncementsQuerySchema);
  const reader = await requireReader(request.headers);
  return json(await listOwn(reader, { unread: unread === 'true', before }));
});
