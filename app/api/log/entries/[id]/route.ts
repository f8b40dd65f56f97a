import { LogChangeSchema } from '@/contracts/log';
import { json, parseBody, route } from '@/server/http';
import { readEntry } from '@/server/log/read';
import { changeEntry, deleteEntry } from '@/server/log/write';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';

type Context = { params: Promise<{ id: string }> };

export const GET = route<Context>(async ({ headers }, { params }) => {
  const { id } = await params;
  const viewer = await requireMember(headers);
  return json({ entry: await readEntry(viewer, id) });
});

export const PUT = route<Context>(async (request, { params }) => {
  const { id } = await params;
  const change = await parseBody(request, LogChangeSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('save', { account: viewer.id, headers: request.headers });
  return json({ entry: await changeEntry(viewer, id, change) });
});

export const DELETE = route<Context>(async ({ headers }, { params }) => {
  const { id } = await params;
  const viewer = await requireMember(headers);
  await deleteEntry(viewer, id);
  return json({ deleted: true });
});
