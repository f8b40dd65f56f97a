import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { instructorPage, TEXTS } from './people';
import { closeAll, cohortCode, makeTeamOfThree } from './team-people';

const texts = TEXTS.en.instructor.announcements;
const { announcements: own } = TEXTS.en.team;

async function openPage(instructor: Page, language: 'en' | 'ko' = 'en'): Promise<void> {
  const { cohorts } = await (await instructor.request.get('/api/teams')).json();
  await instructor.goto(`/${language}/cohorts/${cohorts[0].id}/announcements`);
}

const editorOf = (page: Page) => page.getByRole('form', { name: texts.new });

/** Begins one for a team. */
async function write(page: Page, team: string, { title, body }: { title: string; body: string }): Promise<Locator> {
  await page.getByRole('button', { name: texts.new }).click();
  const editor = editorOf(page);
  await editor.getByLabel(texts.subject, { exact: true }).fill(title);
  await editor.getByRole('textbox', { name: texts.text, exact: true }).fill(body);
  await editor.getByLabel(texts.someTeams, { exact: true }).check();
  await editor.getByLabel(team, { exact: true }).check();
  return editor;
}

test('who is no staff is told whose page it is, and who has no account that announcements need one', async ({
  page,
}) => {
  await page.goto('/en/cohorts/x/announcements');
  await expect(page.getByText(TEXTS.en.instructor.regrades.staffOnly)).toBeVisible();
  await page.goto('/en/announcements');
  await expect(page.getByText(own.membersOnly)).toBeVisible();
});

test('what is sent to a team appears on its pages at once, is read, and is counted without names', async ({
  browser,
}, info) => {
  const instructor = await instructorPage(browser);
  const { team, name } = await makeTeamOfThree(browser, await cohortCode(instructor));
  const [first, bo] = team;
  await first.page.goto('/en/team');
  await expect(first.page.locator('[data-unread-announcements="0"]')).toBeVisible();

  await openPage(instructor);
  const title = `Exam ${crypto.randomUUID().slice(0, 8)}`;
  const editor = await write(instructor, name, { title, body: 'On **Friday**, $e^x$.' });
  await editor.getByRole('button', { name: texts.preview }).click();
  await expect(editor.getByText('Friday', { exact: true })).toBeVisible();
  await editor.getByLabel(texts.whens.now, { exact: true }).check();
  await expectAccessible(instructor);
  await editor.getByRole('button', { name: texts['save-now'], exact: true }).click();
  const ask = instructor.getByRole('alertdialog');
  await expect(ask.getByText(texts.sendTeamsText)).toBeVisible();
  await ask.getByRole('button', { name: texts['save-now'], exact: true }).click();
  const sent = instructor.locator('[data-announcement="sent"]').filter({ hasText: title });
  await expect(sent.locator('[data-receipts]')).toHaveText('Read by 0 of 3');
  await expectAccessible(instructor);
  await instructor.screenshot({ path: info.outputPath('staff.png'), fullPage: true });

  const banner = first.page.locator('[data-unread-announcements="1"]');
  await expect(banner).toBeVisible();
  await expectAccessible(first.page);
  await banner.getByRole('link', { name: title }).click();
  await expect(first.page).toHaveURL(/\/en\/announcements#/);
  const article = first.page.locator('[data-announcement="read"]').filter({ hasText: title });
  await expect(article.getByText('Friday', { exact: true })).toBeVisible();
  await expectAccessible(first.page);
  await first.page.screenshot({ path: info.outputPath('learner.png'), fullPage: true });
  await first.page.goto('/en/team');
  await expect(first.page.locator('[data-unread-announcements="0"]')).toBeVisible();

  await bo.page.goto('/en/inbox');
  const group = bo.page.locator('[data-inbox-group]').filter({ hasText: title });
  await group.getByRole('link', { name: /^Announcement by / }).click();
  await expect(bo.page.locator('[data-announcement="read"]').filter({ hasText: title })).toBeVisible();

  await instructor.reload();
  await expect(sent.locator('[data-receipts]')).toHaveText('Read by 2 of 3');
  await expect(sent).not.toContainText('Bo');

  await sent.getByRole('button', { name: texts.editLabel.replace('{title}', title) }).click();
  const change = instructor.getByRole('form', { name: texts.edit });
  await expect(change.getByText(texts.sentAlready)).toBeVisible();
  await change.getByRole('textbox', { name: texts.text, exact: true }).fill('On Thursday.');
  await change.getByRole('button', { name: texts.save, exact: true }).click();
  await expect(sent.getByText('On Thursday.')).toBeVisible();
  await bo.page.reload();
  await expect(bo.page.getByText('On Thursday.')).toBeVisible();
  await expect(bo.page.getByText(/^Changed on /)).toBeVisible();
  await closeAll(team);
  await instructor.close();
});

test('one that waits for its hour is taken back to the drafts and deleted; what is written survives a reload', async ({
  browser,
}) => {
  const instructor = await instructorPage(browser);
  const { team, name } = await makeTeamOfThree(browser, await cohortCode(instructor));
  await openPage(instructor);
  const title = `Quiz ${crypto.randomUUID().slice(0, 8)}`;
  await write(instructor, name, { title, body: 'Soon.' });
  await instructor.reload();
  await instructor.getByRole('button', { name: texts.new }).click();
  const editor = editorOf(instructor);
  await expect(editor.getByLabel(texts.subject, { exact: true })).toHaveValue(title);
  await editor.getByLabel(texts.whens.at, { exact: true }).check();
  const at = editor.getByLabel(texts.at, { exact: true });
  const now = (await at.getAttribute('min')) ?? '';
  const tomorrow = new Date(Date.parse(`${now}Z`) + 86_400_000).toISOString().slice(0, 16);
  await at.fill(tomorrow);
  await editor.getByRole('button', { name: texts['save-at'], exact: true }).click();
  const scheduled = instructor.locator('[data-announcement="scheduled"]').filter({ hasText: title });
  await expect(scheduled).toContainText('Asia/Seoul');

  await scheduled.getByRole('button', { name: texts.editLabel.replace('{title}', title) }).click();
  const change = instructor.getByRole('form', { name: texts.edit });
  await expect(change.getByLabel(texts.at, { exact: true })).toHaveValue(tomorrow);
  await change.getByLabel(texts.whens.draft, { exact: true }).check();
  await change.getByRole('button', { name: texts['save-draft'], exact: true }).click();
  const draft = instructor.locator('[data-announcement="draft"]').filter({ hasText: title });
  await draft.getByRole('button', { name: texts.removeLabel.replace('{title}', title) }).click();
  await instructor.getByRole('alertdialog').getByRole('button', { name: texts.remove, exact: true }).click();
  await expect(draft).toHaveCount(0);
  await instructor.reload();
  await expect(instructor.getByRole('button', { name: texts.new })).toBeVisible();
  await expect(instructor.getByText(title)).toHaveCount(0);
  await closeAll(team);
  await instructor.close();
});

test('both pages fit a narrow screen in both themes, in Korean', async ({ browser }, info) => {
  const instructor = await instructorPage(browser);
  const { team, name } = await makeTeamOfThree(browser, await cohortCode(instructor));
  const [first] = team;
  const { cohorts } = await (await instructor.request.get('/api/teams')).json();
  const { teams } = await (await instructor.request.get(`/api/teams?cohort=${cohorts[0].id}`)).json();
  const { id } = teams.find((one: { name: string }) => one.name === name);
  const answer = await instructor.request.post(`/api/cohorts/${cohorts[0].id}/announcements`, {
    data: {
      ...{ clientId: crypto.randomUUID(), title: `시험 안내 ${'아주긴낱말'.repeat(20)}`, body: '금요일입니다.' },
      ...{ locale: 'ko', plan: { teams: [id], send: { when: 'now' } } },
    },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  const ko = TEXTS.ko.instructor.announcements;
  for (const page of [instructor, first.page]) await page.setViewportSize({ width: 320, height: 800 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await instructor.emulateMedia({ colorScheme });
    await openPage(instructor, 'ko');
    await instructor.getByRole('button', { name: ko.new }).click();
    await expect(instructor.getByRole('form', { name: ko.new })).toBeVisible();
    await first.page.emulateMedia({ colorScheme });
    await first.page.goto('/ko/announcements');
    await expect(first.page.locator('[data-announcement]').first()).toBeVisible();
    for (const [page, file] of [
      [instructor, 'staff'],
      [first.page, 'learner'],
    ] as const) {
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await expectAccessible(page);
      await page.screenshot({ path: info.outputPath(`${file}-${colorScheme}.png`), fullPage: true });
    }
  }
  await closeAll(team);
  await instructor.close();
});
