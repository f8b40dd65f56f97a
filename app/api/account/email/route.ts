import { ChangeEmailInputSchema } from '@/contracts/account';
import { changeEmail } from '@/server/accounts/change-email';
import { respond } from '@/server/accounts/outcome';
import { parseBody, route } from '@/server/http';

export const PUT = route(async (request) =>
  respond(await changeEmail(request.headers, await parseBody(request, ChangeEmailInputSchema))),
);
