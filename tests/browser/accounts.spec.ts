import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { adminLink, field, menuOf, newPerson, signIn, signOut, signUp, TEXTS } from './people';
import { openPlain, textOf, WITHOUT_BIAS, write } from './workbench';

const { account, workbench, report } = TEXTS.en;
const right = readFileSync('exercises/02-mlp/dense-forward/reference.ts', 'utf8');

async function keep(page: Page, source: string) {
  await openPlain(page);
  await write(page, source);
  await expect(page.locator('[data-draft="saved"]')).toBeVisible();
}

for (const language of ['ko', 'en'] as const) {
  test(`a member signs out and in again, and is told of a wrong password: ${language}`, async ({ page }) => {
    const person = newPerson();
    await signUp(page, person, language);
    await signOut(page, person.name, language);
    await signIn(page, { ...person, password: 'something else' }, language);
    await expect(page.getByText(TEXTS[language].account.problems['wrong-credentials'])).toBeVisible();
    await signIn(page, person, language);
    await expect(menuOf(page, person.name, language)).toBeVisible();
  });

  test(`who forgot a password on a site without mail is told whom to ask: ${language}`, async ({ page }) => {
    await page.goto(`/${language}/sign-in`);
    await page.getByRole('link', { name: TEXTS[language].account.signIn.forgot }).click();
    await expect(page.getByText(TEXTS[language].account.forgot.noMail)).toBeVisible();
  });
}

test('a guest who signs in to an account brings the pass along, and of two drafts both are kept', async ({ page }) => {
  const person = newPerson();
  await signUp(page, person);
  await keep(page, WITHOUT_BIAS);
  await signOut(page, person.name);
  await keep(page, right);
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await expect(page.getByText(report.verdict.verified.passed)).toBeVisible({ timeout: 60_000 });

  await signIn(page, person);
  await expect(page.getByRole('heading', { name: account.merge.title })).toBeVisible();
  await expect(page.getByRole('main').getByRole('listitem')).toHaveText(['1 exercise', '1 submission']);
  await page.getByRole('button', { name: account.merge.accept }).click();
  await expect(page.getByText(account.merge.done)).toBeVisible();
  await page.getByRole('button', { name: account.merge.continue }).click();
  await expect(menuOf(page, person.name)).toBeVisible();

  await openPlain(page);
  await expect(page.getByText(workbench.state.passed, { exact: true })).toBeVisible();
  expect(await textOf(page)).toBe(right);
  await page.getByRole('tab', { name: workbench.reading.history }).click();
  await expect(page.getByRole('button', { name: /^Open submission/ })).toHaveCount(1);
  await page
    .getByRole('listitem')
    .filter({ hasText: workbench.kept.why.merged })
    .getByRole('button', { name: workbench.history.restore })
    .click();
  await expect(page.locator('textarea')).toHaveValue(WITHOUT_BIAS);
});

test('the instructor’s link signs in once, leads to a first password, and says afterwards that it was used', async ({
  page,
  context,
}) => {
  const link = await adminLink();
  await page.goto(link);
  await page.getByRole('main').getByRole('button', { name: account.link.signIn.submit }).click();
  await field(page, 'newPassword').fill('a password of one’s own');
  await page.getByRole('button', { name: account.settings.password.setSubmit }).click();
  await expect(page.getByText(account.settings.password.set)).toBeVisible();
  await context.clearCookies();
  await page.goto(link);
  await expect(page.getByText(account.problems['link-used'])).toBeVisible();
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
});

test('sessions are listed and ended, and a new password ends all others', async ({ page, browser }) => {
  const person = newPerson();
  await signUp(page, person);
  const elsewhere = await (await browser.newContext()).newPage();
  await signIn(elsewhere, person);
  await expect(menuOf(elsewhere, person.name)).toBeVisible();

  await page.goto('/en/account');
  const sessions = page.getByRole('region', { name: account.settings.sessions.title });
  await expect(sessions.getByRole('listitem')).toHaveCount(2);
  await expect(sessions.getByText(account.settings.sessions.current)).toHaveCount(1);
  await sessions.getByRole('button', { name: 'End the session in Chrome on Linux' }).click();
  await expect(sessions.getByRole('listitem')).toHaveCount(1);
  await elsewhere.goto('/en/account');
  await expect(elsewhere.getByText(account.settings.signedOut)).toBeVisible();

  await signIn(elsewhere, person);
  await expect(menuOf(elsewhere, person.name)).toBeVisible();
  const password = page.getByRole('region', { name: account.settings.password.title });
  await password.getByLabel(account.fields.currentPassword, { exact: true }).fill(person.password);
  await password.getByLabel(account.fields.newPassword, { exact: true }).fill('another sentence entirely');
  await password.getByRole('button', { name: account.settings.password.submit }).click();
  await expect(page.getByText(account.settings.password.changed)).toBeVisible();
  await expect(sessions.getByRole('listitem')).toHaveCount(1);
  await elsewhere.goto('/en/account');
  await expect(elsewhere.getByText(account.settings.signedOut)).toBeVisible();
  await signIn(elsewhere, { ...person, password: 'another sentence entirely' });
  await expect(menuOf(elsewhere, person.name)).toBeVisible();
  await elsewhere.context().close();
});

test('a new email address needs the password, and signs in from then on', async ({ page }) => {
  const person = newPerson();
  await signUp(page, person);
  await page.goto('/en/account');
  const section = page.getByRole('region', { name: account.settings.email.title });
  const next = newPerson().email;
  await section.getByLabel(account.settings.email.new).fill(next);
  await section.getByLabel(account.fields.currentPassword, { exact: true }).fill('not it');
  await section.getByRole('button', { name: account.settings.email.submit }).click();
  await expect(section.getByText(account.problems['wrong-password'])).toBeVisible();
  await section.getByLabel(account.fields.currentPassword, { exact: true }).fill(person.password);
  await section.getByRole('button', { name: account.settings.email.submit }).click();
  await expect(section.getByText(account.settings.email.changed)).toBeVisible();
  await expect(section.getByText(`Your address is ${next}.`)).toBeVisible();
  await signOut(page, person.name);
  await signIn(page, person);
  await expect(page.getByText(account.problems['wrong-credentials'])).toBeVisible();
  await signIn(page, { ...person, email: next });
  await expect(menuOf(page, person.name)).toBeVisible();
});

test('the export holds what was submitted, and after the deletion nothing of the person is left', async ({ page }) => {
  const person = newPerson('Ada Lovelace');
  await signUp(page, person);
  await openPlain(page);
  await write(page, WITHOUT_BIAS);
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await expect(page.locator('[data-authority="verified"]')).toBeVisible({ timeout: 60_000 });

  await page.goto('/en/account');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: account.settings.export.submit }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.json$/);
  const exported = JSON.parse(readFileSync(await download.path(), 'utf8'));
  expect(exported).toMatchObject({
    name: person.name,
    email: person.email,
    submissions: [{ number: 1, source: WITHOUT_BIAS }],
  });

  await page.getByRole('button', { name: account.settings.delete.open }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByLabel(account.settings.delete.now).check();
  await dialog.getByLabel(account.fields.currentPassword, { exact: true }).fill('not it');
  await dialog.getByRole('button', { name: account.settings.delete.confirm }).click();
  await expect(dialog.getByText(account.problems['wrong-password'])).toBeVisible();
  await dialog.getByLabel(account.fields.currentPassword, { exact: true }).fill(person.password);
  await dialog.getByRole('button', { name: account.settings.delete.confirm }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: account.menu.signIn })).toBeVisible();
  await expect(page.getByText(person.name)).toHaveCount(0);
  await openPlain(page);
  expect(await textOf(page)).toContain('not implemented');
  await signIn(page, person);
  await expect(page.getByText(account.problems['wrong-credentials'])).toBeVisible();
});
