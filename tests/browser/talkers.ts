import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import type { Language } from './people';
import { cohortCode, instructorPage, newcomer } from './team-people';

export interface Talker {
  page: Page;
  id: string;
  name: string;
}

export interface Place {
  cohort: string;
  team: string;
}

/** Two people of one new team, whose first steps were made without pages. */
export async function twoOfATeam(
  browser: Browser,
  options: BrowserContextOptions & { language?: Language } = {},
): Promise<{ ada: Talker; bo: Talker; place: Place }> {
  const instructor = await instructorPage(browser);
  const code = await cohortCode(instructor);
  await instructor.context().close();
  const [ada, bo] = [await newcomer(browser, 'Ada', options), await newcomer(browser, 'Bo', options)];
  await ada.page.request.post('/api/teams/join', { data: { code } });
  const { cohorts } = await (await ada.page.request.get('/api/teams')).json();
  const cohort: string = cohorts.find((one: { joinCode?: string }) => one.joinCode === code)?.id ?? cohorts[0].id;
  const made = await ada.page.request.post('/api/teams', {
    data: { cohort, name: `로짓 ${randomUUID().slice(0, 8)}` },
  });
  const { team } = await made.json();
  await bo.page.request.post('/api/teams/join', { data: { code: team.joinCode } });
  const talker = async ({ page, person }: typeof ada): Promise<Talker> => {
    const { viewer } = await (await page.request.get('/api/me')).json();
    return { page, id: viewer.id, name: person.name };
  };
  return { ada: await talker(ada), bo: await talker(bo), place: { cohort, team: team.id } };
}

const draft = (body: string) => ({ clientId: randomUUID(), body });

/** Opens a thread; its id. */
export async function opens({ page }: Talker, place: Place, title: string, body: string): Promise<string> {
  const data = { ...place, title, anchor: { kind: 'free' }, post: draft(body) };
  const answer = await page.request.post('/api/threads', { data });
  return (await answer.json()).thread.id;
}

export async function writes({ page }: Talker, thread: string, body: string): Promise<void> {
  await page.request.post(`/api/threads/${thread}/posts`, { data: draft(body) });
}

export const mention = ({ id, name }: Talker) => `@[${name}](user:${id})`;
