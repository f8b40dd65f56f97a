import { readRevisions } from '@/server/discussion/change-post';
import { idOf, requireReader } from '@/server/discussion/require-reader';
import { json, route } from '@/server/http';

export const GET = route<{ params: Promise<{ id: string }> }>(async ({ headers }, { params }) => {
  const reader = await requireReader(headers);
  return json({ revisions: await readRevisions(reader, await idOf(params)) });
});
