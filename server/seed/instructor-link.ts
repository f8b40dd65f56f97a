import 'server-only';
import { createSignInLink } from '../accounts/links';
import { db } from '../db';

/**
 * A link that signs the oldest admin in, once, within 24 hours. Whoever can run a command on the site's machine runs the site.
 *
 * @throws when the site was never seeded
 */
export async function instructorLink(): Promise<string> {
  const admin = await db.user.findFirst({
    where: { isAdmin: true },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  });
  if (!admin) throw new Error('There is no instructor yet: `npm run seed` makes one.');
  const { url } = await createSignInLink('SIGN_IN', admin.id);
  return url;
}
