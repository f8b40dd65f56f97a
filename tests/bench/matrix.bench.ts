import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Browser, chromium } from '@playwright/test';
import * as z from 'zod';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium';
import { type Measurement, measurement } from './measurement';
import { signedIn } from './signed-in';
import { type ServedSite, serveSite } from './site';

export const names = [
  ...['instructor.matrix300x60', 'instructor.matrix10000x60'],
  ...['instructor.exercise', 'instructor.learner', 'instructor.gradebook300x60'],
];

const PEOPLE = 10_000;
const REQUESTS = 15;
const OPENED = 5;

const DataSchema = z.object({
  cookie: z.string(),
  large: z.string(),
  huge: z.string(),
  /** Who has handed in most in the large cohort, and the exercise that was handed in most. */
  learner: z.string(),
  exercise: z.string(),
});

/** Asynchronously: meanwhile connections that the site closes have to be noticed. */
async function fill(site: ServedSite): Promise<z.infer<typeof DataSchema>> {
  const args = ['--conditions=react-server', '--import', 'tsx', 'tests/bench/matrix-data.ts', String(PEOPLE)];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    env: { ...process.env, DATA_DIR: site.data, PORT: new URL(site.url).port, LOG_LEVEL: 'silent' },
  });
  return DataSchema.parse(JSON.parse(stdout));
}

interface Times {
  /** The matrix's request until its answer is parsed. */
  request: number[];
  /** From going to the page until cells are there. */
  page: number[];
  /** From Ctrl+End at the first cell until the last one is active and there. */
  jump: number[];
}

/** From going to a page until its heading, which comes with its data, is there. The first is not counted. */
async function openings(browser: Browser, url: string, cookie: string): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run <= OPENED; run += 1) {
    const page = await signedIn(browser, url, cookie);
    const start = performance.now();
    await page.goto(url, { waitUntil: 'commit' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    if (run > 0) times.push(performance.now() - start);
    await page.context().close();
  }
  return times;
}

/** A request until its answer is parsed. The first is not counted: routes warm up. */
async function requests(url: string, cookie: string): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run <= REQUESTS; run += 1) {
    const start = performance.now();
    const answer = await fetch(url, { headers: { cookie } });
    if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
    await answer.json();
    if (run > 0) times.push(performance.now() - start);
  }
  return times;
}

/** The first of each is not counted: routes warm up. */
async function timesOf(browser: Browser, url: string, cookie: string, cohort: string): Promise<Times> {
  const times: Times = { request: await requests(`${url}/api/cohorts/${cohort}/matrix`, cookie), page: [], jump: [] };
  for (let run = 0; run <= OPENED; run += 1) {
    const page = await signedIn(browser, url, cookie);
    const start = performance.now();
    await page.goto(`${url}/en/cohorts/${cohort}`, { waitUntil: 'commit' });
    const grid = page.getByRole('grid');
    await grid.getByRole('gridcell').first().waitFor();
    const opened = performance.now() - start;
    await grid.focus();
    const pressed = performance.now();
    await grid.press('Control+End');
    await page.waitForFunction(() => {
      const active = document.querySelector('[role=grid]')?.getAttribute('aria-activedescendant');
      return active != null && document.getElementById(active)?.matches('td:last-child') === true;
    });
    if (run > 0) {
      times.page.push(opened);
      times.jump.push(performance.now() - pressed);
    }
    await page.context().close();
  }
  return times;
}

function rowsOf(name: string, { request, page, jump }: Times, aim: string): Measurement[] {
  return [
    measurement(name, page, 'ms', `page until its cells are there${aim}`),
    measurement(`${name}.request`, request, 'ms', 'its request alone'),
    measurement(`${name}.jump`, jump, 'ms', 'Ctrl+End until the last cell is there'),
  ];
}

/** The pages about a cohort of 300 with 200,000 submissions, and the matrix of one of 10,000, through the site as it runs. */
export async function measure(): Promise<Measurement[]> {
  const site = await serveSite();
  const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: CHROMIUM_FLAGS });
  try {
    const { cookie, large, huge, learner, exercise } = await fill(site);
    const pages = `${site.url}/en/cohorts/${large}`;
    const note = 'page until its data is there; aim ≤ 1,000';
    const gradebook = `${site.url}/api/cohorts/${large}/gradebook`;
    return [
      ...rowsOf('instructor.matrix300x60', await timesOf(browser, site.url, cookie, large), '; aim ≤ 1,000'),
      ...rowsOf('instructor.matrix10000x60', await timesOf(browser, site.url, cookie, huge), ''),
      measurement('instructor.exercise', await openings(browser, `${pages}/exercises/${exercise}`, cookie), 'ms', note),
      measurement('instructor.learner', await openings(browser, `${pages}/learners/${learner}`, cookie), 'ms', note),
      measurement('instructor.gradebook300x60', await openings(browser, `${pages}/gradebook`, cookie), 'ms', note),
      measurement('instructor.gradebook300x60.request', await requests(gradebook, cookie), 'ms', 'its request alone'),
    ];
  } finally {
    await browser.close();
    await site.stop();
  }
}
