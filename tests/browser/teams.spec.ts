import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { field, instructorPage, newPerson, TEXTS } from './people';
import { closeAll, cohortCode, makeTeamOfThree, newcomer } from './team-people';

const texts = TEXTS.en.team;

test('a guest is told that a team needs an account', async ({ page }) => {
  await page.goto('/en/team');
  await expect(page.getByText(texts.membersOnly)).toBeVisible();
  await expectAccessible(page);
});

test('who has no cohort gets a page that says what to do, and a wrong code is told from a right one', async ({
  browser,
}) => {
  const { page } = await newcomer(browser, 'Ada');
  await page.goto('/en/team');
  await expect(page.getByRole('heading', { name: texts.noCohort.title })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel(texts.code.label).fill('abcd-efgh');
  await page.getByRole('button', { name: texts.code.submit }).click();
  await expect(page.getByText(texts.code.unknown)).toBeVisible();
  const instructor = await instructorPage(browser);
  const code = await cohortCode(instructor);
  await page.getByLabel(texts.code.label).fill(`${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`);
  await page.getByRole('button', { name: texts.code.submit }).click();
  await page.getByRole('button', { name: texts.join.do }).click();
  await expect(page.getByRole('heading', { name: texts.noTeam.title })).toBeVisible();
  await instructor.close();
  await page.context().close();
});

test('a link works for who is signed out: sign up, and come back to it', async ({ browser }) => {
  const instructor = await instructorPage(browser);
  const code = await cohortCode(instructor);
  const page = await (await browser.newContext()).newPage();
  await page.goto(`/ko/join/${code}`);
  const ko = TEXTS.ko;
  // By a detour: the way from one account page to the other keeps where to go after it.
  await page.getByRole('main').getByRole('link', { name: ko.account.gate.signIn }).click();
  await page.getByRole('main').getByRole('link', { name: ko.account.signIn.signUp }).click();
  const person = newPerson('이도윤');
  await field(page, 'name', 'ko').fill(person.name);
  await field(page, 'email', 'ko').fill(person.email);
  await field(page, 'password', 'ko').fill(person.password);
  await page.getByRole('button', { name: ko.account.signUp.submit }).click();
  await expect(page).toHaveURL(new RegExp(`/ko/join/${code}$`));
  await page.getByRole('button', { name: ko.team.join.do }).click();
  await expect(page.getByRole('heading', { name: ko.team.noTeam.title })).toBeVisible();
  await instructor.close();
  await page.context().close();
});

test('three make a team, see who is there, and how far each is, as far as each agrees', async ({ browser }, info) => {
  const instructor = await instructorPage(browser);
  const code = await cohortCode(instructor);
  const { team, name, teamCode } = await makeTeamOfThree(browser, code);
  const [first, bo, cy] = team;
  // The first one's page has heard of the others by itself, and sees that they are there.
  for (const { person } of team) {
    const line = first.page.locator(`[data-member="${person.name}"]`);
    await expect(line.getByRole('img', { name: texts.presence.here })).toBeVisible();
  }
  await expect(first.page.getByRole('button', { name: texts.today.open })).toBeVisible();
  await first.page.screenshot({ path: info.outputPath('team.png'), fullPage: true });
  await expectAccessible(first.page);

  // Somebody who shares nothing is seen by nobody but themselves.
  await bo.page.getByLabel(texts.sharing.NOTHING).check();
  const rowOf = (page: Page) => page.locator('[data-progress="Bo"]');
  await expect(rowOf(first.page)).toContainText(texts.progress.hidden);
  await expect(rowOf(bo.page)).not.toContainText(texts.progress.hidden);

  // A new code: the old one opens nothing.
  await first.page.getByRole('button', { name: texts.invite.renew }).click();
  await first.page.getByRole('alertdialog').getByRole('button', { name: texts.invite.renew }).click();
  await expect(first.page.locator(`[data-join-code="${teamCode}"]`)).toHaveCount(0);
  const late = await newcomer(browser, 'Late');
  await late.page.goto(`/en/join/${teamCode}`);
  await expect(late.page.getByText(texts.code.unknown)).toBeVisible();

  // Renamed by one, for all.
  await first.page.getByRole('button', { name: texts.rename.do }).click();
  await first.page.getByLabel(texts.create.name).fill(`${name} 2`);
  await first.page.getByRole('button', { name: texts.rename.save }).click();
  await expect(cy.page.getByRole('heading', { level: 2, name: `${name} 2` })).toBeVisible();

  // The instructor sees the team, and takes one out of it: their page says so by itself.
  await instructor.goto('/en/team');
  await instructor
    .getByRole('combobox', { name: texts.staff.move.replace('{name}', 'Cy') })
    .last()
    .waitFor();
  const card = instructor.locator('li', { has: instructor.getByRole('link', { name: `${name} 2` }) });
  await card.getByRole('combobox', { name: texts.staff.move.replace('{name}', 'Cy') }).selectOption('');
  await expect(cy.page.getByRole('heading', { name: texts.noTeam.title })).toBeVisible();
  await expect(first.page.locator('[data-member="Cy"]')).toHaveCount(0);

  // And Bo leaves.
  await bo.page.getByRole('button', { name: texts.leave.do }).click();
  await bo.page.getByRole('alertdialog').getByRole('button', { name: texts.leave.confirm }).click();
  await expect(bo.page.getByRole('heading', { name: texts.noTeam.title })).toBeVisible();
  await expect(first.page.locator('[data-member="Bo"]')).toHaveCount(0);
  await closeAll([...team, late]);
  await instructor.close();
});

test('whoever is in a team already is told so by another invitation', async ({ browser }) => {
  const instructor = await instructorPage(browser);
  const { team, teamCode } = await makeTeamOfThree(browser, await cohortCode(instructor));
  await team[0].page.goto(`/en/join/${teamCode}`);
  await expect(team[0].page.getByText(texts.join.in)).toBeVisible();
  await expect(team[0].page.getByRole('button', { name: texts.join.do })).toHaveCount(0);
  await closeAll(team);
  await instructor.close();
});
