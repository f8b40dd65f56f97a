import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { instructorPage, TEXTS } from './people';
import { closeAll, cohortCode, makeTeamOfThree, type Teammate } from './team-people';

const texts = TEXTS.en.instructor.matrix;
const setup = TEXTS.en.instructor.setup;

/** The cell that the grid names as active. */
async function activeCell(page: Page) {
  const id = await page.getByRole('grid').getAttribute('aria-activedescendant');
  return page.locator(`[id="${id}"]`);
}

async function coordinates(page: Page): Promise<[row: number, column: number]> {
  const cell = await activeCell(page);
  return [Number(await cell.getAttribute('data-row')), Number(await cell.getAttribute('data-column'))];
}

let staff: Page;
let people: Teammate[];
let team: string;

test.beforeAll(async ({ browser }: { browser: Browser }) => {
  staff = await instructorPage(browser);
  const made = await makeTeamOfThree(browser, await cohortCode(staff));
  [people, team] = [made.team, made.name];
  // Bo hands in something wrong, so that one cell of theirs says so.
  const answer = await made.team[1].page.request.post('/api/submissions', {
    data: {
      ...{ exercise: '00-orientation/standardize', source: 'export function standardize() {}', locale: 'en' },
      clientId: crypto.randomUUID(),
    },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  const { submission } = await answer.json();
  await expect(async () => {
    const { submission: now } = await (await made.team[1].page.request.get(`/api/submissions/${submission.id}`)).json();
    expect(now.status).toBe('graded');
  }).toPass();
});

test.afterAll(async () => {
  await closeAll(people);
  await staff.close();
});

const choice = (name: string) => staff.getByRole('combobox', { name, exact: true });

async function openMatrix(): Promise<void> {
  await staff.goto('/en/cohorts');
  await staff
    .getByRole('main')
    .getByRole('link', { name: /Demo cohort/ })
    .click();
  await expect(staff.getByRole('grid', { name: texts.grid })).toBeVisible();
}

test('who is no staff is told whose page it is', async ({ page }) => {
  await page.goto('/en/cohorts');
  await expect(page.getByText(TEXTS.en.instructor.regrades.staffOnly)).toBeVisible();
});

test('staff find a team in the matrix, see who tries what, and open a cell without a mouse', async () => {
  await openMatrix();
  const grid = staff.getByRole('grid', { name: texts.grid });
  await choice(texts.team).selectOption({ label: team });
  await choice(texts.unit).selectOption({ index: 1 });
  await expect(grid.getByRole('rowheader')).toHaveText([/^Bo/, /^Cy/, /^김서연/]);
  await expect(grid.getByRole('columnheader', { name: /^Standardize columns: 0 % passed/ })).toBeVisible();
  await expect(staff).toHaveURL(/[?&]team=.*[?&]unit=00-orientation/);
  await staff.reload();
  await expect(grid.getByRole('rowheader')).toHaveCount(3);

  const row = grid.getByRole('row').filter({ has: staff.getByRole('rowheader', { name: /^Bo/ }) });
  await expect(row.getByRole('gridcell', { name: /^Trying\. Attempts: 1, the last on / })).toHaveCount(1);
  await expectAccessible(staff);
  await staff.screenshot({ path: test.info().outputPath('matrix.png'), fullPage: true });

  await grid.focus();
  await expect(await activeCell(staff)).toBeVisible();
  expect(await coordinates(staff)).toEqual([0, 0]);
  await staff.keyboard.press('ArrowDown');
  expect(await coordinates(staff)).toEqual([1, 0]);
  await staff.keyboard.press('Control+End');
  expect((await coordinates(staff))[0]).toBe(2);
  await staff.keyboard.press('Control+Home');
  await staff.keyboard.press('Enter');
  const detail = staff.getByRole('region', { name: texts.detail });
  await expect(detail.getByRole('button', { name: texts.close })).toBeFocused();
  await expect(detail.getByText(texts.attempts, { exact: true })).toBeVisible();
  await staff.keyboard.press('Escape');
  await expect(detail).toHaveCount(0);
  await expect(grid).toBeFocused();
});

test('teams stand one after the other, and the order stands in the address', async () => {
  await openMatrix();
  const grid = staff.getByRole('grid', { name: texts.grid });
  await staff.getByLabel(texts.grouped).check();
  await choice(texts.order).selectOption({ label: texts.sorts.passed });
  await expect(staff).toHaveURL(/sort=passed/);
  await expect(grid.getByRole('rowheader', { name: new RegExp(`^${team}`) })).toBeVisible();
  await staff.goBack();
  await staff.goForward();
  await expect(staff.getByLabel(texts.grouped)).toBeChecked();
});

test('at 320 px the page itself does not scroll sideways, in either language and theme', async () => {
  await staff.setViewportSize({ width: 320, height: 640 });
  await openMatrix();
  for (const [language, colorScheme] of [
    ['en', 'dark'],
    ['ko', 'light'],
  ] as const) {
    await staff.emulateMedia({ colorScheme });
    await staff.goto(staff.url().replace(/\/(en|ko)\//, `/${language}/`));
    await expect(staff.getByRole('grid', { name: TEXTS[language].instructor.matrix.grid })).toBeVisible();
    await expectAccessible(staff);
    expect(await staff.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  }
  await staff.setViewportSize({ width: 1280, height: 720 });
});

test('an instructor makes a cohort, changes its plan, and finds both after a reload', async () => {
  await staff.goto('/en/cohorts');
  await staff.getByRole('main').getByRole('link', { name: TEXTS.en.instructor.cohorts.new }).click();
  await expect(staff.getByRole('heading', { level: 1, name: setup.newTitle })).toBeVisible();
  await expectAccessible(staff);
  const name = `봄 ${crypto.randomUUID().slice(0, 8)}`;
  await staff.getByLabel(setup.name, { exact: true }).fill(name);
  await staff.getByLabel(setup.timeZone).selectOption('Asia/Seoul');
  await staff.getByLabel(setup.startsOn).fill('2027-03-01');
  await staff.getByRole('button', { name: setup.create }).click();

  await expect(staff.getByRole('heading', { level: 1, name })).toBeVisible();
  const code = await staff.locator('[data-join-code]').getAttribute('data-join-code');
  expect(code).toMatch(/^[A-Z2-9]{8}$/);
  const due = staff.getByLabel(setup.dueOn.replace('{title}', 'Standardize columns'));
  await expect(due).toHaveValue('2027-03-07');
  await expectAccessible(staff);
  await due.fill('2027-03-09');
  await staff.getByRole('button', { name: setup.savePlan }).click();
  await expect(staff.getByText(setup.saved)).toBeVisible();
  await staff.getByLabel(setup.teamSize).fill('3');
  const saved = staff.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.ok());
  await staff.getByRole('button', { name: setup.save, exact: true }).click();
  await saved;
  await staff.reload();
  await expect(due).toHaveValue('2027-03-09');
  await expect(staff.getByLabel(setup.teamSize)).toHaveValue('3');

  await staff.getByRole('button', { name: setup.layOut }).click();
  await staff.getByRole('alertdialog').getByRole('button', { name: setup.layOut }).click();
  await expect(due).toHaveValue('2027-03-07');

  // Away again: the other specs' instructor teaches one cohort.
  await staff.getByRole('button', { name: setup.archiveDo }).click();
  await staff.getByRole('alertdialog').getByRole('button', { name: setup.archiveDo }).click();
  await expect(staff).toHaveURL(/\/en\/cohorts$/);
  await expect(staff.getByRole('main').getByRole('link', { name })).toHaveCount(0);
  const { restore } = TEXTS.en.instructor.cohorts;
  await expect(staff.getByRole('button', { name: restore.replace('{name}', name) })).toBeVisible();
});
