import { TroubleQuerySchema } from '@/contracts/discussion';
import { requireReader } from '@/server/discussion/require-reader';
import { findSameTrouble } from '@/server/discussion/trouble';
import { json, parseQuery, route } from '@/server/http';

export const GET = route(async (request) => {
  const { submission } = parseQuery(request, TroubleQuerySchema);
  const reader = await requireReader(request.headers);
  return json({ checks: await findSameTrouble(reader, submission) });
});
