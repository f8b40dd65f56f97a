import { RegradeDecisionSchema } from '@/contracts/regrade';
import { json, parseBody, route } from '@/server/http';
import { acceptRegrade, discardRegrade } from '@/server/regrades/decide';
import { previewRegrade } from '@/server/regrades/preview';
import { requireMember } from '@/server/viewer';

type Context = { params: Promise<{ id: string }> };

export const GET = route<Context>(async ({ headers }, { params }) => {
  const { id } = await params;
  const viewer = await requireMember(headers);
  return json({ regrade: await previewRegrade(viewer, id) });
});

export const POST = route<Context>(async (request, { params }) => {
  const { id } = await params;
  const { decision } = await parseBody(request, RegradeDecisionSchema);
  const viewer = await requireMember(request.headers);
  return json({ regrade: await (decision === 'accept' ? acceptRegrade : discardRegrade)(viewer, id) });
});
