import { ReportInputSchema } from '@/contracts/discussion';
import { reportPost } from '@/server/discussion/change-post';
import { idOf, requireReader } from '@/server/discussion/require-reader';
import { json, parseBody, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';

export const POST = route<{ params: Promise<{ id: string }> }>(async (request, { params }) => {
  const { reason } = await parseBody(request, ReportInputSchema);
  const reader = await requireReader(request.headers);
  await enforceLimit('report', { account: reader.userId, headers: request.headers });
  await reportPost(reader, await idOf(params), reason);
  return json({}, { status: 201 });
});
