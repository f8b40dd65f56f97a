import { requireReader } from '@/server/discussion/require-reader';
import { json, route } from '@/server/http';
import { countInbox } from '@/server/notifications/inbox';

export const GET = route(async ({ headers }) => {
  const reader = await requireReader(headers);
  return json(await countInbox(reader));
});
