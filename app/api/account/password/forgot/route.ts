import { ForgotPasswordInputSchema } from '@/contracts/account';
import { forgotPassword } from '@/server/accounts/change-password';
import { respond } from '@/server/accounts/outcome';
import { parseBody, route } from '@/server/http';

export const POST = route(async (request) =>
  respond(await forgotPassword(request.headers, await parseBody(request, ForgotPasswordInputSchema))),
);
