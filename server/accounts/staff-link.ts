import 'server-only';
import { LinkPurpose } from '@/.generated/prisma/enums';
import { db } from '../db';
import { createSignInLink } from './links';

/** Names of purposes on the command line. */
export const STAFF_PURPOSES = {
  'sign-in': LinkPurpose.SIGN_IN,
  reset: LinkPurpose.RESET_PASSWORD,
  verify: LinkPurpose.VERIFY_EMAIL,
} as const;
export type StaffPurpose = keyof typeof STAFF_PURPOSES;

/** A one-time link for a member, for sites without mail. Throws one sentence when nobody has the address. */
export async function staffLink(email: string, purpose: StaffPurpose): Promise<string> {
  const member = await db.user.findUnique({
    where: { email: email.trim().toLowerCase(), isAnonymous: false },
    select: { id: true },
  });
  if (member === null) throw new Error(`Nobody has an account with the address ${email}.`);
  const { url } = await createSignInLink(STAFF_PURPOSES[purpose], member.id);
  return url;
}
