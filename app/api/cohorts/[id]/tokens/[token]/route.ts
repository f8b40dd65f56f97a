import { revokeApiToken } from '@/server/api/tokens';
import { json, route } from '@/server/http';
import { requireMember } from '@/server/viewer';

type Context = { params: Promise<{ id: string; token: string }> };

export const DELETE = route<Context>(async ({ headers }, { params }) => {
  const { id, token } = await params;
  const viewer = await requireMember(headers);
  await revokeApiToken(viewer, id, token);
  return json({ ok: true });
});
