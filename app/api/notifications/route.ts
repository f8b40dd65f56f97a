import { InboxQuerySchema, MarkReadSchema } from '@/contracts/notifications';
import { requireReader } from '@/server/discussion/require-reader';
import { json, parseBody, parseQuery, route } from '@/server/http';
import { markRead, readInbox } from '@/server/notifications/inbox';

export const GET = route(async (request) => {
  const asked = parseQuery(request, InboxQuerySchema);
  const reader = await requireReader(request.headers);
  return json(await readInbox(reader, asked));
});

export const PUT = route(async (request) => {
  const { read } = await parseBody(request, MarkReadSchema);
  const reader = await requireReader(request.headers);
  return json(await markRead(reader, read));
});
