import { MomentInputSchema } from '@/contracts/discussion';
import { tellMoment } from '@/server/discussion/moments';
import { findReader } from '@/server/discussion/reader';
import { json, parseBody, route } from '@/server/http';
import { requireMember } from '@/server/viewer';

export const POST = route(async (request) => {
  const moment = await parseBody(request, MomentInputSchema);
  const { id, name } = await requireMember(request.headers);
  await tellMoment(await findReader(id), name, moment);
  return json({}, { status: 202 });
});
