import { ReadingInputSchema } from '@/contracts/discussion';
import { saveReading } from '@/server/discussion/reading';
import { idOf, requireReader } from '@/server/discussion/require-reader';
import { json, parseBody, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';

export const PUT = route<{ params: Promise<{ id: string }> }>(async (request, { params }) => {
  const input = await parseBody(request, ReadingInputSchema);
  const reader = await requireReader(request.headers);
  await enforceLimit('save', { account: reader.userId, headers: request.headers });
  return json(await saveReading(reader, await idOf(params), input));
});
