import { MergeInputSchema } from '@/contracts/account';
import { respond } from '@/server/accounts/outcome';
import { answerMergeOffer, readMergeOffer } from '@/server/accounts/pending-guest';
import { json, parseBody, route } from '@/server/http';

export const GET = route(async (request) => json(await readMergeOffer(request.headers)));

export const POST = route(async (request) => {
  const { accept } = await parseBody(request, MergeInputSchema);
  return respond(await answerMergeOffer(request.headers, accept));
});
