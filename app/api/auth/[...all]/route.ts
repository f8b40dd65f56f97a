import { getAuth, OPEN_AUTH_PATHS } from '@/server/accounts/auth';
import { requestHeaders } from '@/server/accounts/client-address';
import { AppError } from '@/server/errors';
import { route } from '@/server/http';

type Context = { params: Promise<{ all: string[] }> };

/** OpenID sign-in goes to better-auth; no other path of it is open. */
const handle = route<Context>(async (request, { params }) => {
  if (!OPEN_AUTH_PATHS.has((await params).all.join('/'))) throw new AppError('not-found');
  return getAuth().handler(new Request(request, { headers: requestHeaders(request.headers) }));
});

export const GET = handle;
export const POST = handle;
