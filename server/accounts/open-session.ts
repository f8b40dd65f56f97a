import 'server-only';
import { getAuth } from './auth';
import { requestHeaders } from './client-address';

/** A new session for a user whom our own code has identified, as cookies. A guest's old session stays at hand. */
export async function openSession(userId: string, headers: Headers): Promise<string[]> {
  const { headers: answer } = await getAuth().api.openSession({
    body: { userId },
    headers: requestHeaders(headers),
    returnHeaders: true,
  });
  return answer.getSetCookie();
}
