import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { instructorPage, menuOf, newPerson, signUp, TEXTS } from './people';

const texts = TEXTS.en.instructor.privacy;
const { account, instructor: staff } = TEXTS.en;

test('who runs nothing is told whose page it is', async ({ page }) => {
  await page.goto('/en/site/privacy');
  await expect(page.getByText(staff.regrades.staffOnly)).toBeVisible();
});

test('somebody asks to be erased later, and changes their mind', async ({ page }, info) => {
  const person = newPerson('Ada');
  await signUp(page, person);
  await page.goto('/en/account');
  await page.getByRole('button', { name: account.settings.delete.open }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog.getByLabel(/In 14 days/)).toBeChecked();
  await dialog.getByLabel(account.settings.delete.postsRemove).check();
  await dialog.getByLabel(account.fields.currentPassword, { exact: true }).fill(person.password);
  await expectAccessible(page);
  await page.screenshot({ path: info.outputPath('ask.png'), fullPage: true });
  await dialog.getByRole('button', { name: account.settings.delete.confirm }).click();
  await expect(dialog).toHaveCount(0);
  const planned = page.locator('[data-erasure]');
  await expect(planned).toContainText('Your account will be deleted on');
  await expect(planned).toContainText('words of your posts');
  await page.reload();
  await planned.getByRole('button', { name: account.settings.delete.keep }).click();
  await expect(planned).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('button', { name: account.settings.delete.open })).toBeVisible();
  await expect(planned).toHaveCount(0);
});

test('who runs the site sets how long something is kept, and exports and erases a person', async ({
  browser,
}, info) => {
  const admin = await instructorPage(browser);
  const page = await (await browser.newContext()).newPage();
  const person = newPerson('Ben');
  await signUp(page, person);

  await admin.goto('/en/cohorts');
  await admin.getByRole('link', { name: texts.link }).click();
  const copies = admin.locator('[data-retention="draft-copies"]');
  await copies.getByRole('spinbutton').fill('3000');
  await copies.getByRole('button', { name: `Save: ${texts.kinds['draft-copies']}` }).click();
  await expect(admin.locator('[data-deed="retention.set"]').first()).toBeVisible();
  await admin.reload();
  await expect(copies.getByRole('spinbutton')).toHaveValue('3000');
  await copies.getByRole('spinbutton').fill('');
  await copies.getByRole('button', { name: `Save: ${texts.kinds['draft-copies']}` }).click();
  await expect(copies.getByRole('spinbutton')).toHaveValue('');

  await admin.getByLabel(texts.email, { exact: true }).fill(person.email);
  await admin.getByRole('button', { name: texts.search, exact: true }).click();
  const card = admin.locator('[data-person]');
  await expect(card).toContainText('Ben');
  const [download] = await Promise.all([
    admin.waitForEvent('download'),
    card.getByRole('link', { name: texts.export }).click(),
  ]);
  expect(JSON.parse(readFileSync(await download.path(), 'utf8'))).toMatchObject({ email: person.email });
  await expectAccessible(admin);
  await admin.screenshot({ path: info.outputPath('privacy.png'), fullPage: true });

  await card.getByRole('button', { name: texts.erase, exact: true }).click();
  const dialog = admin.getByRole('alertdialog');
  await dialog.getByLabel(texts.now).check();
  await dialog.getByLabel(texts.reason, { exact: true }).fill('Asked by letter.');
  await dialog.getByRole('button', { name: texts.eraseDo, exact: true }).click();
  await expect(admin.getByText(`There is no account with ${person.email}.`)).toBeVisible();
  await expect(admin.locator('[data-deed="person.erase"]').first()).toContainText('Asked by letter.');
  await page.reload();
  await expect(menuOf(page, 'Ben')).toHaveCount(0);

  await admin.setViewportSize({ width: 320, height: 800 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await admin.emulateMedia({ colorScheme });
    await admin.goto('/ko/site/privacy');
    await expect(copies).toBeVisible();
    expect(await admin.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await admin.screenshot({ path: info.outputPath(`privacy-${colorScheme}.png`), fullPage: true });
    await expectAccessible(admin);
  }
  await page.context().close();
  await admin.close();
});
