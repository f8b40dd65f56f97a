import { randomUUID } from 'node:crypto';
import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test';
import { type Language, newPerson, type Person, signUp, TEXTS } from './people';

/** The code of the cohort that the instructor teaches. */
export async function cohortCode(instructor: Page): Promise<string> {
  const { cohorts } = await (await instructor.request.get('/api/teams')).json();
  const { cohort } = await (await instructor.request.get(`/api/teams?cohort=${cohorts[0].id}`)).json();
  return cohort.joinCode;
}

export interface Teammate {
  page: Page;
  person: Person;
}

/** Somebody new with a browser of their own. */
export async function newcomer(
  browser: Browser,
  name: string,
  { language = 'en', ...options }: BrowserContextOptions & { language?: Language } = {},
): Promise<Teammate> {
  const page = await (await browser.newContext(options)).newPage();
  const person = newPerson(name);
  await signUp(page, person, language);
  return { page, person };
}

/** Uses a code on its page. */
export async function join(page: Page, code: string, language: Language = 'en'): Promise<void> {
  await page.goto(`/${language}/join/${code}`);
  await page.getByRole('button', { name: TEXTS[language].team.join.do }).click();
  await expect(page).toHaveURL(new RegExp(`/${language}/team$`));
}

/** Three people in one new team, each in a browser of their own. */
export async function makeTeamOfThree(
  browser: Browser,
  code: string,
): Promise<{ team: [Teammate, Teammate, Teammate]; name: string; teamCode: string }> {
  const first = await newcomer(browser, '김서연');
  await join(first.page, code);
  const name = `경사 ${randomUUID().slice(0, 8)}`;
  const { create } = TEXTS.en.team;
  await first.page.getByLabel(create.name).fill(name);
  await first.page.getByRole('button', { name: create.submit }).click();
  await expect(first.page.getByRole('heading', { level: 2, name })).toBeVisible();
  const teamCode = (await first.page.locator('[data-join-code]').getAttribute('data-join-code')) ?? '';
  const rest = await Promise.all(['Bo', 'Cy'].map((one) => newcomer(browser, one)));
  for (const { page } of rest) await join(page, teamCode);
  return { team: [first, rest[0] as Teammate, rest[1] as Teammate], name, teamCode };
}

export async function closeAll(team: readonly Teammate[]): Promise<void> {
  for (const { page } of team) await page.context().close();
}
