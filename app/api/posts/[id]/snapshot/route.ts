import { idOf, requireReader } from '@/server/discussion/require-reader';
import { readSnapshot } from '@/server/discussion/subject';
import { json, route } from '@/server/http';

export const GET = route<{ params: Promise<{ id: string }> }>(async ({ headers }, { params }) => {
  const reader = await requireReader(headers);
  return json({ snapshot: await readSnapshot(reader, await idOf(params)) });
});
