import { CohortQuerySchema, ModerationActionSchema } from '@/contracts/moderation';
import { moderate, readModeration } from '@/server/discussion/moderation';
import { requireReader } from '@/server/discussion/require-reader';
import { json, parseBody, parseQuery, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';

export const GET = route(async (request) => {
  const { cohort } = parseQuery(request, CohortQuerySchema);
  const reader = await requireReader(request.headers);
  return json(await readModeration(reader, cohort));
});

export const POST = route(async (request) => {
  const action = await parseBody(request, ModerationActionSchema);
  const reader = await requireReader(request.headers);
  await enforceLimit('moderation', { account: reader.userId, headers: request.headers });
  await moderate(reader, action);
  return json({});
});
