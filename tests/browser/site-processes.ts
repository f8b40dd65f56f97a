import { readFileSync } from 'node:fs';
import path from 'node:path';
import { childThatRuns } from '../processes';

/** Ends the web process of the site under test at once; its supervisor starts another. */
export function killWebServer(): void {
  const lock = readFileSync(path.join(process.env.PEERGRAD_TEST_DATA ?? '', 'lock'), 'utf8');
  process.kill(childThatRuns(JSON.parse(lock).pid, 'start-web.ts'), 'SIGKILL');
}
