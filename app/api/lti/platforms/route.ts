import { PlatformInputSchema } from '@/contracts/lti';
import { json, parseBody, route } from '@/server/http';
import { listPlatforms, registerPlatform } from '@/server/lti/platforms';
import { requireMember } from '@/server/viewer';

export const GET = route(async ({ headers }) => json(await listPlatforms(await requireMember(headers))));

export const POST = route(async (request) => {
  const input = await parseBody(request, PlatformInputSchema);
  const viewer = await requireMember(request.headers);
  return json({ platform: await registerPlatform(viewer, input) }, { status: 201 });
});
