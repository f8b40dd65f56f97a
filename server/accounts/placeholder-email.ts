import 'server-only';

/** Reserved by RFC 2606: no mail ever goes there. */
const DOMAIN = 'lti.invalid';

/** For somebody who came from a learning platform and has given no address: what platforms tell is proved by nobody. */
export function placeholderEmail(userId: string): string {
  return `${userId}@${DOMAIN}`;
}

/** The address that somebody gave; null for guests and for who has given none. */
export function givenEmail({ email, isAnonymous }: { email: string; isAnonymous: boolean }): string | null {
  return isAnonymous || email.endsWith(`@${DOMAIN}`) ? null : email;
}
