import { readdirSync, statSync } from 'node:fs';

/** In a range that no distribution assigns (systemd's UIDS-GIDS page); none of them is the database's user. */
const FIRST = 60_600;
const COUNT = 500;

/** Ids of users whose processes run on this machine. */
function usersAtWork(): Set<number> {
  const users = new Set<number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      users.add(statSync(`/proc/${name}`).uid);
    } catch {
      // It has ended meanwhile.
    }
  }
  return users;
}

/**
 * Users for sandboxes to run under when we are root, one for each, so that no two can signal or read each other, nor use up the
 * other's processes. Other pools on the machine take from the same range: whoever works there is passed over, and each pool
 * begins elsewhere.
 */
export function sandboxUsers(): { take(): number; giveBack(user: number): void } {
  const free = Array.from({ length: COUNT }, (_, index) => FIRST + ((index + 37 * process.pid) % COUNT));
  return {
    take() {
      const busy = usersAtWork();
      const at = free.findIndex((user) => !busy.has(user));
      const [user] = free.splice(Math.max(0, at), 1);
      if (user === undefined) throw new Error(`more than ${COUNT} sandboxes at once`);
      return user;
    },
    giveBack: (user) => void free.push(user),
  };
}
