import { ReviewInputSchema } from '@/contracts/learning';
import { json, parseBody, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';
import { rateReview } from '@/server/review/reviews';
import { requireViewer } from '@/server/viewer';

export const PUT = route(async (request) => {
  const input = await parseBody(request, ReviewInputSchema);
  const viewer = await requireViewer(request.headers);
  await enforceLimit('save', { account: viewer.id, headers: request.headers });
  await rateReview(viewer, input);
  return json({});
});
