import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { childrenOf, childThatRuns } from '../processes';
import { linkBuiltTree, ordinaryUser, type Person } from './built-tree';
import { freePort, RunningSite } from './running-site';

const LESSON = '02-mlp.01-from-lines-to-layers';
const root: Person = { uid: 0, gid: 0 };
const self: Person = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };

/** Root can be anybody; anybody else is an ordinary user. */
const people: [string, Person][] =
  self.uid === 0
    ? [
        ['root', root],
        ['an ordinary user', ordinaryUser()],
      ]
    : [['an ordinary user', self]];

describe.each(people)('started by %s, in a 0700 home, at a path with spaces and Korean letters', (_, person) => {
  let built: ReturnType<typeof linkBuiltTree>;
  const sites: RunningSite[] = [];
  beforeAll(() => {
    built = linkBuiltTree(person);
  });
  afterEach(async () => {
    await Promise.all(sites.splice(0).map((site) => site.running && site.ctrlC()));
  });
  afterAll(() => built.remove());

  async function start(env: Record<string, string> = {}): Promise<RunningSite> {
    const site = new RunningSite(built.tree, await freePort(), person, env);
    sites.push(site);
    return site;
  }

  async function startServing(): Promise<RunningSite> {
    const site = await start();
    await site.serves();
    return site;
  }

  test('a built site builds nothing, answers, and ends cleanly on Ctrl-C', async () => {
    const site = await startServing();
    const page = await fetch(`${site.url}/ko`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('lang="ko"');
    expect(site.output).not.toContain('Building');
    const processes = [...childrenOf(site.pid), site.postmaster()];
    const { runtimeFolder } = JSON.parse(readFileSync(path.join(built.tree, '.data/database.json'), 'utf8'));

    expect(await site.ctrlC(), site.output).toBe(0);
    await expect.poll(() => processes.filter((pid) => existsSync(`/proc/${pid}`)), { timeout: 10_000 }).toEqual([]);
    expect(existsSync(runtimeFolder)).toBe(false);
    expect(existsSync(path.join(built.tree, '.data/lock'))).toBe(false);
  });

  test('Ctrl-C while it starts ends it cleanly too', async () => {
    const site = await start();
    await site.says('Started the database.');
    const postmaster = site.postmaster();
    expect(await site.ctrlC(), site.output).toBe(0);
    await expect.poll(() => existsSync(`/proc/${postmaster}`), { timeout: 10_000 }).toBe(false);
    expect(existsSync(path.join(built.tree, '.data/lock'))).toBe(false);
  });

  test('a second start on the same data folder is refused with number and address of the first', async () => {
    const first = await startServing();
    const second = await start();
    expect(await second.ends()).toBe(1);
    expect(second.output).toContain(`(process ${first.pid}, ${first.url}) already runs on ${built.tree}/.data`);
    expect((await fetch(`${first.url}/en`)).status).toBe(200);
  });

  test('when the supervisor is killed, the next start adopts its database and takes its port', async () => {
    const killed = await startServing();
    const postmaster = killed.postmaster();
    await killed.killSupervisor();
    const next = new RunningSite(built.tree, killed.port, person);
    sites.push(next);
    await next.serves();
    expect(next.output).toContain('Adopted the database that was left running.');
    expect(next.postmaster()).toBe(postmaster);
  });

  test('what was acknowledged before everything was killed is there after the next start', async () => {
    const killed = await startServing();
    const saved = await fetch(`${killed.url}/api/lessons`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', origin: killed.url },
      body: JSON.stringify({ lesson: LESSON, state: 'started' }),
    });
    expect(saved.status).toBe(200);
    await killed.killEverything();

    const next = await startServing();
    const cookie = saved.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const me = await (await fetch(`${next.url}/api/me`, { headers: { cookie } })).json();
    expect(me.lessons).toEqual({ [LESSON]: { state: 'started' } });
  });

  test('a web process that dies is started again', async () => {
    const site = await startServing();
    process.kill(childThatRuns(site.pid, 'start-web.ts'), 'SIGKILL');
    await site.says('web ended; starting it again');
    await expect
      .poll(
        () =>
          fetch(`${site.url}/en`).then(
            (answer) => answer.status,
            () => 0,
          ),
        { timeout: 20_000 },
      )
      .toBe(200);
  });

  test('a database that dies is started again', async () => {
    const site = await startServing();
    process.kill(site.postmaster(), 'SIGKILL');
    await site.says('the database had gone away; it was started again');
    await expect
      .poll(() => fetch(`${site.url}/api/health`).then((answer) => answer.status), { timeout: 20_000 })
      .toBe(200);
  });
});
