import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent, type ClientRequest, get } from 'node:http';
import { chromium } from '@playwright/test';
import * as z from 'zod';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium';
import { type Measurement, measurement, percentile } from './measurement';
import { signedIn } from './signed-in';
import { type ServedSite, serveSite } from './site';

export const names = ['thread.open5000', 'events.fanout200', 'events.idle2000'];

const PEOPLE = 200;
const POSTS = 5_000;
const OPENED = 15;
const TOLD = 20;
/** Idle streams: each person has so many tabs. */
const TABS = 10;

const DataSchema = z.object({ cookies: z.array(z.string()), long: z.string(), live: z.string() });
type Data = z.infer<typeof DataSchema>;

/** One open event stream, read as it comes. */
class Stream {
  readonly #request: ClientRequest;
  readonly opened: Promise<void>;
  #awaited: { id: string; heard: () => void } | undefined;

  constructor(url: string, cookie: string, agent: Agent) {
    this.#request = get(`${url}/api/events`, { headers: { cookie }, agent });
    this.opened = new Promise((resolve, reject) => {
      this.#request.on('error', reject);
      this.#request.on('response', (response) => {
        if (response.statusCode !== 200) reject(new Error(`/api/events: ${response.statusCode}`));
        response.setEncoding('utf8').on('data', (text: string) => {
          // The first thing that a stream says is where it stands.
          resolve();
          if (this.#awaited !== undefined && text.includes(this.#awaited.id)) this.#awaited.heard();
        });
        response.on('error', () => {});
      });
    });
  }

  hears(id: string): Promise<void> {
    return new Promise((heard) => {
      this.#awaited = { id, heard };
    });
  }

  close() {
    this.#request.destroy();
  }
}

async function openStreams(url: string, cookies: readonly string[], each: number): Promise<Stream[]> {
  const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY });
  const streams: Stream[] = [];
  for (const cookie of cookies) {
    const tabs = Array.from({ length: each }, () => new Stream(url, cookie, agent));
    await Promise.all(tabs.map(({ opened }) => opened));
    streams.push(...tabs);
  }
  return streams;
}

/** From the post's request until each of the streams has its event, milliseconds. */
async function fanOut({ url }: ServedSite, { cookies, live }: Data): Promise<number[]> {
  const streams = await openStreams(url, cookies, 1);
  const times: number[] = [];
  try {
    // The first is not counted: routes warm up.
    for (let post = 0; post <= TOLD; post += 1) {
      const start = performance.now();
      const heard: number[] = [];
      const all = streams.map((stream) => stream.hears(live).then(() => heard.push(performance.now() - start)));
      const answer = await fetch(`${url}/api/threads/${live}/posts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: url, cookie: cookies[post] ?? '' },
        body: JSON.stringify({ clientId: randomUUID(), body: `Post ${post}` }),
      });
      if (!answer.ok) throw new Error(`post: ${answer.status} ${await answer.text()}`);
      await Promise.all(all);
      if (post > 0) times.push(...heard);
    }
    return times;
  } finally {
    for (const stream of streams) stream.close();
  }
}

/** Resident memory of the web process, MB. */
function webMemory(pid: number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);
  const web = children.find((child) => readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('start-web'));
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${web}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

async function idle({ url, pid }: ServedSite, { cookies }: Data): Promise<{ before: number; after: number }> {
  const before = webMemory(pid);
  const streams = await openStreams(url, cookies, TABS);
  const after = webMemory(pid);
  for (const stream of streams) stream.close();
  return { before, after };
}

/** Windows over HTTP, and the page until the first unread post is there. */
async function openLong({ url }: ServedSite, { cookies: [cookie = ''], long }: Data) {
  const windows: number[] = [];
  for (let run = 0; run <= OPENED; run += 1) {
    const start = performance.now();
    const answer = await fetch(`${url}/api/threads/${long}`, { headers: { cookie } });
    await answer.json();
    if (run > 0) windows.push(performance.now() - start);
  }
  const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: CHROMIUM_FLAGS });
  const pages: number[] = [];
  try {
    for (let run = 0; run <= 5; run += 1) {
      const page = await signedIn(browser, url, cookie);
      const start = performance.now();
      await page.goto(`${url}/en/threads/${long}`, { waitUntil: 'commit' });
      await page
        .getByRole('article')
        .filter({ hasText: `Post ${POSTS / 2 + 1}:` })
        .waitFor();
      if (run > 0) pages.push(performance.now() - start);
      await page.context().close();
    }
  } finally {
    await browser.close();
  }
  return { windows, pages };
}

function fill(site: ServedSite): Data {
  const args = ['--conditions=react-server', '--import', 'tsx', 'tests/bench/discussion-data.ts'];
  const text = execFileSync(process.execPath, [...args, String(PEOPLE), String(POSTS)], {
    env: { ...process.env, DATA_DIR: site.data, PORT: new URL(site.url).port, LOG_LEVEL: 'silent' },
    encoding: 'utf8',
  });
  return DataSchema.parse(JSON.parse(text));
}

async function measureOn(site: ServedSite): Promise<Measurement[]> {
  const data = fill(site);
  const { windows, pages } = await openLong(site, data);
  const told = await fanOut(site, data);
  const { before, after } = await idle(site, data);
  const streams = PEOPLE * TABS;
  return [
    measurement('thread.open5000', pages, 'ms', `page until the first unread of ${POSTS} posts is there; aim ≤ 1,000`),
    measurement('thread.open5000.window', windows, 'ms', 'its request alone'),
    measurement('events.fanout200.p50', told, 'ms', `post → event on ${PEOPLE} streams, ${TOLD} posts`),
    measurement(
      'events.fanout200.p95',
      [percentile(told, 0.95)],
      'ms',
      `slowest twentieth of ${told.length}; aim ≤ 1,000`,
    ),
    measurement(
      'events.idle2000.rss',
      [after],
      'MB',
      `web process with ${streams} streams; before: ${Math.round(before)} MB`,
    ),
  ];
}

/** Threads and their events through the site as it runs. */
export async function measure(): Promise<Measurement[]> {
  const site = await serveSite();
  try {
    return await measureOn(site);
  } finally {
    await site.stop();
  }
}
