import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { instructorPage, TEXTS } from './people';
import { cohortCode, join, newcomer } from './team-people';

const texts = TEXTS.en.instructor.people;
const { inbox, team: teamTexts } = TEXTS.en;

/** The text with its values, as the page fills it. */
const fill = (text: string, values: Record<string, string>) =>
  text.replaceAll(/\{(\w+)\}/g, (place, name) => values[name] ?? place);

let staff: Page;
/** Of the people of the demo cohort. */
let address: string;

test.beforeAll(async ({ browser }: { browser: Browser }) => {
  staff = await instructorPage(browser);
  const { cohorts } = await (await staff.request.get('/api/teams')).json();
  address = `/en/cohorts/${cohorts[0].id}/people`;
});

test.afterAll(() => staff.close());

const rowOf = (email: string) => staff.locator(`[data-person="${email}"]`);
const find = (text: string) => staff.getByLabel(texts.table.search).fill(text);
const dialog = () => staff.getByRole('dialog');

async function open(): Promise<void> {
  await staff.goto(address);
  await expect(staff.getByRole('table')).toBeVisible();
}

/** Manages whoever has this address, once the list shows them. */
async function manage(email: string, name: string): Promise<void> {
  await find(email);
  await rowOf(email)
    .getByRole('button', { name: fill(texts.table.manageOf, { name }) })
    .click();
  await expect(dialog()).toBeVisible();
}

test('who is no staff is told whose page it is', async ({ page }) => {
  await page.goto(address);
  await expect(page.getByText(TEXTS.en.instructor.regrades.staffOnly)).toBeVisible();
});

test('an instructor finds somebody, makes them an assistant and a learner again, and they are told', async ({
  browser,
}, info) => {
  const { page, person } = await newcomer(browser, 'Bo Larsen');
  await join(page, await cohortCode(staff));
  await open();
  await expectAccessible(staff);
  await staff.screenshot({ path: info.outputPath('people.png'), fullPage: true });

  await manage(person.email, person.name);
  await expectAccessible(staff);
  await dialog().getByLabel(texts.manage.role, { exact: true }).selectOption('ASSISTANT');
  await dialog().getByRole('button', { name: texts.manage.roleDo }).click();
  await expect(rowOf(person.email)).toContainText(texts.roles.ASSISTANT);
  await expect(staff).toHaveURL(/[?&]q=/);

  // An assistant looks, and changes nothing.
  await page.goto(address);
  await expect(page.getByText(texts.readOnly)).toBeVisible();
  await expect(page.getByRole('button', { name: texts.table.manage })).toHaveCount(0);

  await manage(person.email, person.name);
  await dialog().getByLabel(texts.manage.role, { exact: true }).selectOption('LEARNER');
  await dialog().getByRole('button', { name: texts.manage.roleDo }).click();
  await expect(rowOf(person.email)).toContainText(texts.roles.LEARNER);
  await expect(rowOf(person.email).getByRole('link', { name: person.name })).toBeVisible();

  await page.goto('/en/inbox');
  const { name: actor } = (await (await staff.request.get('/api/me')).json()).viewer;
  const line = fill(inbox.place.role, { actor, role: inbox.place.roles.LEARNER });
  await expect(page.getByRole('link', { name: line })).toBeVisible();
  await page.context().close();
});

test('somebody is removed, and brought back', async ({ browser }) => {
  const { page, person } = await newcomer(browser, 'Cy Tan');
  await join(page, await cohortCode(staff));
  await open();
  await manage(person.email, person.name);
  await dialog().getByRole('button', { name: texts.manage.remove }).click();
  await expect(dialog().getByRole('alert')).toContainText(person.name);
  await dialog().getByRole('button', { name: texts.manage.remove }).click();
  await expect(rowOf(person.email)).toHaveCount(0);
  const removed = staff.getByText(fill(texts.manage.removed, { name: person.name }));
  await expect(removed).toBeVisible();
  await removed.getByRole('button', { name: texts.manage.undo }).click();
  await expect(rowOf(person.email)).toBeVisible();
  await page.context().close();
});

test('the own role is asked about before it is changed', async () => {
  await open();
  const { viewer } = await (await staff.request.get('/api/me')).json();
  await manage(viewer.email, viewer.name);
  await dialog().getByLabel(texts.manage.role, { exact: true }).selectOption('ASSISTANT');
  await dialog().getByRole('button', { name: texts.manage.roleDo }).click();
  await expect(dialog().getByRole('alert')).toHaveText(texts.manage.ownRole);
  await dialog().getByRole('button', { name: texts.manage.cancel }).click();
  await dialog().getByRole('button', { name: texts.manage.close }).click();
  await expect(rowOf(viewer.email)).toContainText(texts.roles.INSTRUCTOR);
});

test('a roster is looked at, mended, and applied; its link brings somebody in who had no account', async ({
  browser,
}, info) => {
  await open();
  const [email, second] = [`${randomUUID()}@example.org`, `${randomUUID()}@example.org`];
  const csv = (rows: string) => ({
    name: 'roster.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`이름,이메일,역할,팀\r\n${rows}`),
  });
  const file = staff.getByLabel(texts.roster.file, { exact: true });
  await file.setInputFiles(csv(`김서연,${email},학습자,\r\nBo,not an address,,\r\n`));
  const preview = staff.getByRole('region', { name: texts.roster.preview }).first();
  await expect(preview.locator('[data-outcome="error"]')).toContainText(texts.roster.row.email);
  await expect(preview.getByRole('button', { name: texts.roster.apply })).toBeDisabled();
  await expectAccessible(staff);
  await staff.screenshot({ path: info.outputPath('roster.png'), fullPage: true });

  await file.setInputFiles(csv(`김서연,${email},학습자,\r\nBo,${second},조교,\r\n`));
  await expect(preview.locator('[data-outcome="invite"]')).toHaveCount(2);
  await preview.getByRole('button', { name: texts.roster.apply }).click();
  const link = staff.locator(`[data-invitation="${email}"]`);
  await expect(link).toBeVisible();
  const download = staff.waitForEvent('download');
  await staff.getByRole('button', { name: texts.links.download }).click();
  expect((await download).suggestedFilename()).toBe(texts.links.file);
  const path = new URL((await link.textContent()) ?? '').pathname;
  await find(email);
  await expect(rowOf(email)).toContainText('김서연');

  const { page } = await newcomer(browser, '김서연');
  await page.goto(path);
  await expectAccessible(page);
  await page.getByRole('button', { name: teamTexts.join.do }).click();
  await expect(page).toHaveURL(/\/en\/team$/);
  await page.goto(path);
  await expect(page.getByText(teamTexts.invitation.used)).toBeVisible();
  await page.context().close();

  // The other invitation is taken back.
  await manage(second, 'Bo');
  await dialog().getByRole('button', { name: texts.invitation.revoke }).click();
  await expect(rowOf(second)).toHaveCount(0);
});

test('somebody is invited by hand, and a new code makes the old one void', async () => {
  await open();
  const email = `${randomUUID()}@example.org`;
  const form = staff.getByRole('region', { name: texts.add.one });
  await form.getByLabel(texts.columns.email, { exact: true }).fill(email);
  await form.getByRole('button', { name: texts.add.oneDo }).click();
  await expect(staff.getByText(fill(texts.add.oneDone, { email }))).toBeVisible();
  await expect(staff.locator(`[data-invitation="${email}"]`)).toBeVisible();

  // Of a cohort that no other test joins.
  const demo = address.split('/')[3];
  const copy = { name: `Code ${randomUUID().slice(0, 8)}`, startsOn: '2030-03-04' };
  const { cohort } = await (await staff.request.post(`/api/cohorts/${demo}/copy`, { data: copy })).json();
  await staff.goto(`/en/cohorts/${cohort.id}/people`);
  const code = staff.locator('[data-join-code]');
  const old = (await code.getAttribute('data-join-code')) ?? '';
  await staff.getByRole('button', { name: teamTexts.invite.renew }).click();
  await staff.getByRole('alertdialog').getByRole('button', { name: teamTexts.invite.renew }).click();
  await expect(code).not.toHaveAttribute('data-join-code', old);
  await staff.goto(`/en/join/${old}`);
  await expect(staff.getByText(teamTexts.code.unknown)).toBeVisible();
  await staff.request.post(`/api/cohorts/${cohort.id}/archive`, { data: { archived: true } });
});

test('at 320 px the page itself does not scroll sideways, in either language and theme', async () => {
  await staff.setViewportSize({ width: 320, height: 640 });
  for (const [language, colorScheme] of [
    ['en', 'dark'],
    ['ko', 'light'],
  ] as const) {
    await staff.emulateMedia({ colorScheme });
    await staff.goto(address.replace('/en/', `/${language}/`));
    await expect(staff.getByRole('table')).toBeVisible();
    await expectAccessible(staff);
    expect(await staff.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  }
  await staff.setViewportSize({ width: 1280, height: 720 });
});
