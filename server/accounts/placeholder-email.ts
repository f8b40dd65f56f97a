import 'server-only';
import { Prisma } from '@/.generated/prisma/client';

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

/** {@link givenEmail} in SQL, of the user `u`. */
export const SQL_GIVEN_EMAIL = Prisma.sql`CASE WHEN NOT u.is_anonymous AND u.email NOT LIKE ${`%@${DOMAIN}`} THEN u.email END`;
