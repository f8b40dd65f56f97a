import { SignUpInputSchema } from '@/contracts/account';
import { respond } from '@/server/accounts/outcome';
import { signUp } from '@/server/accounts/sign-up';
import { parseBody, route } from '@/server/http';

export const POST = route(async (request) =>
  respond(await signUp(request.headers, await parseBody(request, SignUpInputSchema))),
);
