import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { type Browser, expect, type Page } from '@playwright/test';
import en from '../../messages/en.json' with { type: 'json' };
import ko from '../../messages/ko.json' with { type: 'json' };

export const TEXTS = { en, ko };
export type Language = keyof typeof TEXTS;

export interface Person {
  name: string;
  email: string;
  password: string;
}

/** Somebody whom the site has never seen. */
export function newPerson(name = '김서연'): Person {
  return { name, email: `${randomUUID()}@example.org`, password: 'correct horse battery staple' };
}

/** A field of an account form by its label. */
export function field(page: Page, name: keyof (typeof en)['account']['fields'], language: Language = 'en') {
  return page.getByLabel(TEXTS[language].account.fields[name], { exact: true });
}

/** The reader's place in the header, once it shows who they are. */
export function menuOf(page: Page, name: string, language: Language = 'en') {
  return page.getByRole('button', { name: `${TEXTS[language].account.menu.label}: ${name}` });
}

export async function signUp(page: Page, person: Person, language: Language = 'en'): Promise<void> {
  await page.goto(`/${language}/sign-up`);
  await field(page, 'name', language).fill(person.name);
  await field(page, 'email', language).fill(person.email);
  await field(page, 'password', language).fill(person.password);
  await page.getByRole('button', { name: TEXTS[language].account.signUp.submit }).click();
  await expect(menuOf(page, person.name, language)).toBeVisible();
}

/** Fills the sign-in form and sends it. */
export async function signIn(page: Page, person: Omit<Person, 'name'>, language: Language = 'en'): Promise<void> {
  await page.goto(`/${language}/sign-in`);
  await field(page, 'email', language).fill(person.email);
  await field(page, 'password', language).fill(person.password);
  await page.getByRole('main').getByRole('button', { name: TEXTS[language].account.signIn.submit }).click();
}

export async function signOut(page: Page, name: string, language: Language = 'en'): Promise<void> {
  await menuOf(page, name, language).click();
  const banner = page.getByRole('banner');
  await banner.getByRole('button', { name: TEXTS[language].account.menu.signOut }).click();
  await expect(banner.getByRole('link', { name: TEXTS[language].account.menu.signIn })).toBeVisible();
}

/** What `npm run admin:link` prints, without the address of the site. */
export async function adminLink(): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'scripts/admin-link.ts'],
    { env: { ...process.env, DATA_DIR: process.env.PEERGRAD_TEST_DATA, PORT: process.env.PEERGRAD_TEST_PORT } },
  );
  return new URL(stdout.trim()).pathname.replace(/^\/\w\w\//, '/en/');
}

/** A page on which the instructor of the demo cohort, who also runs the site, is signed in. */
export async function instructorPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  const token = (await adminLink()).split('/').at(-1);
  const answer = await page.request.post('/api/account/links', { data: { token } });
  expect(answer.ok(), await answer.text()).toBe(true);
  return page;
}
