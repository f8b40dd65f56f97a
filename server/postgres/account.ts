import 'server-only';
import { readFileSync } from 'node:fs';

/** Whom the database runs as. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses root; then it runs as `nobody`. Sandboxes of learner code run as yet another user, so that they
 * cannot signal it or read its files.
 *
 * @returns null when the site's own user will do
 * @throws when root has nobody to hand the database to
 */
export function findUnprivilegedAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'));
  const [name, , uid, gid] = line?.split(':') ?? [];
  if (!name || !Number(uid)) {
    throw new Error(
      'PostgreSQL does not run as root, and this machine has no user `nobody` to run it as. Start the site as an ordinary user, or set DATABASE_URL.',
    );
  }
  return { name, uid: Number(uid), gid: Number(gid) };
}
