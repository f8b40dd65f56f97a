import { UnsubscribeSchema } from '@/contracts/notifications';
import { json, parseQuery, route } from '@/server/http';
import { unsubscribe } from '@/server/notifications/unsubscribe';
import { enforceLimit } from '@/server/rate-limit';

/** Mail programs send it by themselves at a click (RFC 8058); a GET, which scanners of mails send, changes nothing. */
export const POST = route(async (request) => {
  const link = parseQuery(request, UnsubscribeSchema);
  await enforceLimit('mail', { account: link.user, headers: request.headers });
  await unsubscribe(link);
  return json({ unsubscribed: true });
});
