import { idOf, requireReader } from '@/server/discussion/require-reader';
import { readSubject } from '@/server/discussion/subject';
import { json, route } from '@/server/http';

export const GET = route<{ params: Promise<{ id: string }> }>(async ({ headers }, { params }) => {
  const reader = await requireReader(headers);
  return json({ subject: await readSubject(reader, await idOf(params)) });
});
