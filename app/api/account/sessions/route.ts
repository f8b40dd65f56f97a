import { EndSessionsInputSchema } from '@/contracts/account';
import { endSessions, listSessions } from '@/server/accounts/sessions';
import { json, parseBody, route } from '@/server/http';

export const GET = route(async (request) => json(await listSessions(request.headers)));

export const DELETE = route(async (request) => {
  await endSessions(request.headers, await parseBody(request, EndSessionsInputSchema));
  return json({});
});
