import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { LESSONS } from './course-pages';
import { TEXTS } from './people';
import { type BrowserTeam, browserTeam } from './thread-team';
import { openPlain } from './workbench';

const { discussion, lesson: lessonTexts, report } = TEXTS.en;
const EXERCISE = '00-orientation/standardize';

let team: BrowserTeam;
test.beforeEach(async ({ browser }) => {
  team = await browserTeam(browser, ['Ada', 'Bo']);
});
test.afterEach(() => team?.close());

/** Hands in a wrong answer and waits for its verdict; gives the submission's id. */
async function handIn(page: Page): Promise<string> {
  const source = 'export function standardize() {\n  return null;\n}\n';
  const data = { exercise: EXERCISE, source, clientId: randomUUID(), locale: 'en' };
  const { submission } = await (await page.request.post('/api/submissions', { data })).json();
  await expect
    .poll(async () => (await (await page.request.get(`/api/submissions/${submission.id}`)).json()).submission.status, {
      timeout: 90_000,
    })
    .toBe('graded');
  return submission.id;
}

test('a section of a lesson leads to its threads and counts them', async () => {
  const page = team.mates[0]?.page as Page;
  const address = `/en/lessons/${LESSONS[0]}`;
  await page.goto(address);
  const link = page.getByRole('link', { name: lessonTexts.discussSection }).first();
  await link.click();
  await expect(page.getByText(discussion.list.noneFound)).toBeVisible();
  await page.getByRole('link', { name: discussion.list.new }).click();
  await expect(page.locator('[data-anchor=lesson]')).toBeVisible();
  await page.getByLabel(discussion.new.name).fill('I do not see why');
  await page.getByRole('textbox', { name: discussion.new.text }).fill('Can somebody say it another way?');
  await page.getByRole('button', { name: discussion.new.open }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'I do not see why' })).toBeVisible();
  await page.goto(address);
  await expect(link).toHaveAttribute('data-threads', '1');
  const mate = team.mates[1]?.page as Page;
  await mate.goto(address);
  await mate.getByRole('link', { name: lessonTexts.discussSection }).first().click();
  await expect(mate.getByRole('link', { name: 'I do not see why' })).toBeVisible();
});

test('who only reads loads nothing for it', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`/en/lessons/${LESSONS[0]}`);
  await expect(page.getByRole('link', { name: lessonTexts.discussSection }).first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(asked.filter((url) => url.includes('/api/threads'))).toEqual([]);
});

test('a failing check is asked about with its diagnosis, and offered to a mate in the same trouble', async () => {
  const [ada, bo] = team.mates.map(({ page }) => page) as [Page, Page];
  const submission = await handIn(ada);
  await openPlain(ada, `/en/exercises/${EXERCISE}`);
  await ada.getByRole('tab', { name: TEXTS.en.workbench.reading.history }).click();
  await ada.getByRole('button', { name: 'Open submission 1' }).click();
  const dialog = ada.getByRole('dialog');
  await expect(dialog.getByRole('link', { name: report.discuss.lines })).toHaveAttribute(
    'href',
    new RegExp(`submission=${submission}&from=1&to=3$`),
  );
  await dialog.getByRole('tab', { name: TEXTS.en.workbench.history.report }).click();
  await dialog.getByRole('link', { name: report.discuss.check }).first().click();
  await expect(ada.locator('[data-anchor=check]')).toBeVisible();
  await ada.getByLabel(discussion.new.name).fill('What is wrong here?');
  await ada.getByRole('textbox', { name: discussion.new.text }).fill('It returns nothing.');
  await ada.getByRole('button', { name: discussion.new.open }).click();
  await expect(ada.getByRole('heading', { level: 1, name: 'What is wrong here?' })).toBeVisible();
  await expect(ada.locator('[data-check]')).toBeVisible();

  const same = await handIn(bo);
  const { checks } = await (await bo.request.get(`/api/threads/trouble?submission=${same}`)).json();
  expect(
    checks.flatMap((check: { threads: { title: string }[] }) => check.threads.map(({ title }) => title)),
  ).toContain('What is wrong here?');
});
