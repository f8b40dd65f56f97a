import { DeleteAccountInputSchema } from '@/contracts/account';
import { deleteAccount } from '@/server/accounts/delete-account';
import { respond } from '@/server/accounts/outcome';
import { readAccount } from '@/server/accounts/overview';
import { json, parseBody, route } from '@/server/http';

export const GET = route(async (request) => json(await readAccount(request.headers)));

export const DELETE = route(async (request) => {
  const input = await parseBody(request, DeleteAccountInputSchema);
  return respond(await deleteAccount(request.headers, input));
});
