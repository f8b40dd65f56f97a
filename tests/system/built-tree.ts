import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Of the working tree, what is no part of a built clone. */
const LEFT_OUT = new Set(['.git', '.data', '.tmp', 'test-results', 'playwright-report']);

export interface Person {
  uid: number;
  gid: number;
}

/** Any user of the system who is neither root nor the database's `nobody`. */
export function ordinaryUser(): Person {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => /^(daemon|www-data|bin):/.test(entry));
  const [, , uid = '', gid = ''] = line?.split(':') ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

/**
 * The built working tree once more, in a 0700 home of that person, at a path with spaces and Korean letters. Files are hard
 * links: nothing is installed or built again. Folders belong to the person.
 */
export function linkBuiltTree({ uid, gid }: Person): { tree: string; remove: () => void } {
  const base = mkdtempSync(path.join(tmpdir(), 'peergrad-system-'));
  const home = path.join(base, 'home');
  const tree = path.join(home, '우리 과정 (my course)');
  mkdirSync(tree, { recursive: true });
  execFileSync('chmod', ['755', base]);
  const parts = readdirSync('.').filter((name) => !LEFT_OUT.has(name));
  execFileSync('cp', ['--archive', '--link', ...parts, tree]);
  execFileSync('find', [home, '-type', 'd', '-exec', 'chown', `${uid}:${gid}`, '{}', '+']);
  execFileSync('chmod', ['700', home]);
  chownSync(home, uid, gid);
  return { tree, remove: () => rmSync(base, { recursive: true, force: true }) };
}
