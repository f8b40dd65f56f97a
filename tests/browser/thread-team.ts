import { randomUUID } from 'node:crypto';
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import { instructorPage, newPerson } from './people';

export interface Mate {
  name: string;
  id: string;
  context: BrowserContext;
  page: Page;
}

export interface BrowserTeam {
  cohort: string;
  team: string;
  mates: Mate[];
  close(): Promise<void>;
}

interface Answers {
  viewer: { id: string };
  cohorts: { id: string }[];
  cohort: { joinCode: string };
  team: { id: string; joinCode: string };
  thread: { id: string };
  post: { id: string; number: number };
}

async function ask(page: Page, method: string, path: string, data?: unknown): Promise<Answers> {
  const answer = await page.request.fetch(path, { method, ...(data === undefined ? {} : { data }) });
  expect(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
  return answer.json();
}

let demo: Promise<{ cohort: string; joinCode: string }> | undefined;

/** The demo cohort, and how to join it. */
function demoCohort(browser: Browser) {
  demo ??= (async () => {
    const page = await instructorPage(browser);
    const cohort = (await ask(page, 'GET', '/api/teams')).cohorts[0]?.id ?? '';
    const { joinCode } = (await ask(page, 'GET', `/api/teams?cohort=${cohort}`)).cohort;
    await page.context().close();
    return { cohort, joinCode };
  })();
  return demo;
}

/** New people in a new team of the demo cohort, each with a browser of their own. */
export async function browserTeam(browser: Browser, names: readonly string[], options = {}): Promise<BrowserTeam> {
  const { cohort, joinCode } = await demoCohort(browser);
  const mates: Mate[] = [];
  let made: Answers['team'] | undefined;
  for (const name of names) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const { email, password } = newPerson(name);
    await ask(page, 'POST', '/api/account/sign-up', { name, email, password, locale: 'en' });
    const { viewer } = await ask(page, 'GET', '/api/me');
    await ask(page, 'POST', '/api/cohorts/join', { code: joinCode });
    if (made === undefined) {
      made = (await ask(page, 'POST', '/api/teams', { cohort, name: `Team ${randomUUID().slice(0, 8)}` })).team;
    } else await ask(page, 'POST', '/api/teams/join', { code: made.joinCode });
    mates.push({ name, id: viewer.id, context, page });
  }
  return {
    ...{ cohort, mates, team: made?.id ?? '' },
    close: async () => void (await Promise.all(mates.map(({ context }) => context.close()))),
  };
}

/** A thread of the team, opened by its first member through the API. */
export async function threadOf(
  { cohort, team, mates }: BrowserTeam,
  {
    title = 'Why is my loss NaN?',
    body = 'It explodes after the *third* step.',
    anchor = { kind: 'free' } as object,
  } = {},
): Promise<string> {
  const [first] = mates;
  if (!first) throw new Error('The team is empty.');
  const post = { clientId: randomUUID(), body };
  const { thread } = await ask(first.page, 'POST', '/api/threads', { cohort, team, title, anchor, post });
  return thread.id;
}

/** A post by one of the team through the API; gives its id. */
export async function postBy({ page }: Mate, thread: string, post: object): Promise<string> {
  return (await ask(page, 'POST', `/api/threads/${thread}/posts`, { clientId: randomUUID(), ...post })).post.id;
}
