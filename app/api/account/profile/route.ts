import { ProfileInputSchema } from '@/contracts/account';
import { changeProfile } from '@/server/accounts/overview';
import { json, parseBody, route } from '@/server/http';

export const PUT = route(async (request) => {
  await changeProfile(request.headers, await parseBody(request, ProfileInputSchema));
  return json({});
});
