import { ChangePasswordInputSchema, SetPasswordInputSchema } from '@/contracts/account';
import { changePassword, setFirstPassword } from '@/server/accounts/change-password';
import { respond } from '@/server/accounts/outcome';
import { parseBody, route } from '@/server/http';

export const PUT = route(async (request) =>
  respond(await changePassword(request.headers, await parseBody(request, ChangePasswordInputSchema))),
);

export const POST = route(async (request) => {
  const { next } = await parseBody(request, SetPasswordInputSchema);
  return respond(await setFirstPassword(request.headers, next));
});
