import { PlatformInputSchema } from '@/contracts/lti';
import { json, parseBody, route } from '@/server/http';
import { changePlatform, removePlatform } from '@/server/lti/platforms';
import { requireMember } from '@/server/viewer';

type Context = { params: Promise<{ id: string }> };

export const PUT = route<Context>(async (request, { params }) => {
  const { id } = await params;
  const input = await parseBody(request, PlatformInputSchema);
  const viewer = await requireMember(request.headers);
  return json({ platform: await changePlatform(viewer, id, input) });
});

export const DELETE = route<Context>(async ({ headers }, { params }) => {
  const { id } = await params;
  await removePlatform(await requireMember(headers), id);
  return json({ ok: true });
});
