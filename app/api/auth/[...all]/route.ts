import { getAuth } from '@/server/accounts/auth';
import { requestHeaders } from '@/server/accounts/client-address';

/** better-auth's own paths; only those of OpenID sign-in are open (see server/accounts/auth.ts). */
function handle(request: Request): Promise<Response> {
  return getAuth().handler(new Request(request, { headers: requestHeaders(request.headers) }));
}

export const GET = handle;
export const POST = handle;
