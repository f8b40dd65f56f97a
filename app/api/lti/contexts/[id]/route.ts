import { LtiContextInputSchema } from '@/contracts/lti';
import { json, parseBody, route } from '@/server/http';
import { linkContext, readContext } from '@/server/lti/contexts';
import { requireMember } from '@/server/viewer';

type Context = { params: Promise<{ id: string }> };

export const GET = route<Context>(async ({ headers }, { params }) => {
  const { id } = await params;
  return json(await readContext(await requireMember(headers), id));
});

export const PUT = route<Context>(async (request, { params }) => {
  const { id } = await params;
  const { cohort } = await parseBody(request, LtiContextInputSchema);
  const viewer = await requireMember(request.headers);
  return json(await linkContext(viewer, id, cohort));
});
