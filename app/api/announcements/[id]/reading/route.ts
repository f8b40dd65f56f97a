import { markAnnouncementRead } from '@/server/announcements/read';
import { idOf, requireReader } from '@/server/discussion/require-reader';
import { json, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';

export const PUT = route<{ params: Promise<{ id: string }> }>(async ({ headers }, { params }) => {
  const reader = await requireReader(headers);
  const id = await idOf(params);
  await enforceLimit('save', { account: reader.userId, headers });
  await markAnnouncementRead(reader, id);
  return json({ ok: true });
});
