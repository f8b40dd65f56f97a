import { SignInInputSchema } from '@/contracts/account';
import { respond } from '@/server/accounts/outcome';
import { signIn } from '@/server/accounts/sign-in';
import { parseBody, route } from '@/server/http';

export const POST = route(async (request) =>
  respond(await signIn(request.headers, await parseBody(request, SignInInputSchema))),
);
