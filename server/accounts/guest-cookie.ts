import 'server-only';
import type { GenericEndpointContext } from 'better-auth';

/** How long a guest who signed in to an account may still say whether their work comes along, in seconds. */
export const GUEST_COOKIE_SECONDS = 3600;

export const GUEST_COOKIE = 'guest';

/**
 * Keeps a guest's session at hand, in a cookie of its own, while the session cookie turns to the account they signed in
 * to. The value is signed like the session cookie's, so it is read back as one (see pending-guest.ts).
 */
export async function rememberGuest(ctx: GenericEndpointContext, guestToken: string): Promise<void> {
  const cookie = ctx.context.createAuthCookie(GUEST_COOKIE, { maxAge: GUEST_COOKIE_SECONDS });
  await ctx.setSignedCookie(cookie.name, guestToken, ctx.context.secret, cookie.attributes);
}
