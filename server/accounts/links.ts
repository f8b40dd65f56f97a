import 'server-only';
import { LinkPurpose } from '@/.generated/prisma/enums';
import type { LinkPurpose as PublicPurpose } from '@/contracts/account';
import { db } from '../db';
import { hasPassword } from './passwords';
import { findPendingEmail } from './pending-email';
import { hashToken, linkUrl, makeToken } from './tokens';

const HOUR = 3_600_000;

/** How long a link works, in hours. Those that set a password are short: they travel by mail. */
const HOURS = { SIGN_IN: 24, RESET_PASSWORD: 2, VERIFY_EMAIL: 48 } as const satisfies Record<LinkPurpose, number>;

const PUBLIC_PURPOSE = {
  SIGN_IN: 'sign-in',
  RESET_PASSWORD: 'reset-password',
  VERIFY_EMAIL: 'verify-email',
} as const satisfies Record<LinkPurpose, PublicPurpose>;

/**
 * Makes a link that does one thing for one person, once: signs them in, lets them set a new password, or confirms their
 * address. It lives 24, 2 or 48 hours. `locale` is that of the page it opens; the person's own by default.
 *
 * @example const { url } = await createSignInLink('SIGN_IN', userId);
 */
export async function createSignInLink(
  purpose: LinkPurpose,
  userId: string,
  options: { locale?: string; hours?: number } = {},
): Promise<{ url: string; expiresAt: Date }> {
  const token = makeToken();
  const expiresAt = new Date(Date.now() + (options.hours ?? HOURS[purpose]) * HOUR);
  const { user } = await db.signInLink.create({
    data: { tokenHash: hashToken(token), purpose, userId, expiresAt },
    select: { user: { select: { locale: true } } },
  });
  return { url: linkUrl(token, options.locale ?? user.locale), expiresAt };
}

export type LinkState = 'open' | 'used' | 'expired' | 'unknown';

/** A link as its page shows it, looked at without using it up. */
export interface SeenLink {
  state: LinkState;
  purpose: PublicPurpose;
  /** Name of whom it is for; empty when unknown. */
  name: string;
  /** The address that is confirmed; null for links that confirm none. */
  email: string | null;
  hasPassword: boolean;
}

const UNKNOWN: SeenLink = { state: 'unknown', purpose: 'sign-in', name: '', email: null, hasPassword: true };

export async function findLink(token: string): Promise<SeenLink> {
  const tokenHash = hashToken(token);
  const link = await db.signInLink.findUnique({
    where: { tokenHash },
    select: { purpose: true, expiresAt: true, usedAt: true, user: { select: { id: true, name: true, email: true } } },
  });
  if (link === null) return findEmailChange(tokenHash);
  return {
    state: link.usedAt !== null ? 'used' : link.expiresAt < new Date() ? 'expired' : 'open',
    purpose: PUBLIC_PURPOSE[link.purpose],
    name: link.user.name,
    email: link.purpose === LinkPurpose.VERIFY_EMAIL ? link.user.email : null,
    hasPassword: await hasPassword(link.user.id),
  };
}

async function findEmailChange(tokenHash: string): Promise<SeenLink> {
  const change = await findPendingEmail(tokenHash);
  if (change === null) return UNKNOWN;
  const state = change.expiresAt < new Date() ? 'expired' : 'open';
  return { state, purpose: 'change-email', name: '', email: change.email, hasPassword: true };
}
