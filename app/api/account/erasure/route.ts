import { ErasureInputSchema } from '@/contracts/privacy';
import { respond } from '@/server/accounts/outcome';
import { json, parseBody, route } from '@/server/http';
import { askForErasure, readOwnErasure, takeErasureBack } from '@/server/privacy/own-erasure';

export const GET = route(async ({ headers }) => json(await readOwnErasure(headers)));

export const POST = route(async (request) => {
  const input = await parseBody(request, ErasureInputSchema);
  return respond(await askForErasure(request.headers, input));
});

export const DELETE = route(async ({ headers }) => json(await takeErasureBack(headers)));
