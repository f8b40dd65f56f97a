import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { instructorPage, TEXTS } from './people';
import { closeAll, cohortCode, makeTeamOfThree, newcomer, type Teammate } from './team-people';

const texts = TEXTS.en.instructor.watchlist;
const DENSE = '02-mlp/dense-forward';

async function cohortOf(instructor: Page): Promise<string> {
  const { cohorts } = await (await instructor.request.get('/api/teams')).json();
  return cohorts[0].id;
}

/** A list of one learner, as a cohort that is weeks old would have it: the demo cohort begins today, and names nobody. */
async function nameOnList(instructor: Page, { page, person }: Teammate): Promise<void> {
  const { viewer } = await (await page.request.get('/api/me')).json();
  const { cohorts } = await (await page.request.get('/api/teams')).json();
  const learner = { id: viewer.id, name: person.name };
  const text = (text: string) => ({ ko: text, en: text });
  const reasons = [
    { rule: 'inactive', count: 5, days: 7, since: '2026-11-20' },
    { rule: 'behind', count: 1, days: 9, exercises: [{ exercise: DENSE, due: '2026-11-18T14:59:59.000Z' }] },
    {
      ...{ rule: 'stuck', count: 7, days: 3, exercise: DENSE, check: 'values', submission: 'x' },
      ...{ title: text('Values'), diagnosis: text('Without the bias') },
    },
    { rule: 'absent', count: 3, days: 6, sessions: [{ id: 'y', day: '2026-11-20' }] },
    { rule: 'hints', count: 12, days: 0, exercises: [{ exercise: DENSE, hints: 12 }] },
  ];
  const entry = { learner, email: viewer.email, team: cohorts[0].team, reasons };
  let aside: unknown = null;
  await instructor.route(/\/api\/cohorts\/[^/]+\/watchlist(\/[^/]+)?$/, async (route) => {
    const answer = await route.fetch();
    if (route.request().method() === 'PUT') {
      const sent = route.request().postDataJSON().aside;
      aside = sent && { ...sent, by: 'Instructor', at: new Date().toISOString() };
    }
    await route.fulfill({
      response: answer,
      json: { ...(await answer.json()), quiet: null, entries: [{ ...entry, aside }] },
    });
  });
}

test('who is no staff is told whose page it is', async ({ page }) => {
  await page.goto('/en/cohorts/x/watchlist');
  await expect(page.getByText(TEXTS.en.instructor.regrades.staffOnly)).toBeVisible();
});

test('in a cohort’s first week nobody is named; an instructor sets the rules, and they stay', async ({ browser }) => {
  const instructor = await instructorPage(browser);
  await instructor.goto(`/en/cohorts/${await cohortOf(instructor)}`);
  await instructor
    .getByRole('navigation', { name: TEXTS.en.instructor.nav.label })
    .getByRole('link', { name: TEXTS.en.instructor.nav.watchlist })
    .click();
  await expect(instructor.getByRole('heading', { level: 1 })).toHaveText(texts.title);
  await expect(instructor.getByText(texts.quiet.beginning)).toBeVisible();
  const rule = (name: string) => instructor.locator(`[data-rule="${name}"]`);
  await expect(rule('inactive').getByRole('spinbutton')).toHaveValue('5');
  await rule('hints').getByRole('checkbox').uncheck();
  await expect(rule('hints').getByRole('spinbutton')).toBeDisabled();
  await rule('behind').getByRole('spinbutton').fill('7');
  await expectAccessible(instructor);
  await instructor.getByRole('button', { name: texts.rules.save }).click();
  await expect(instructor.getByText(texts.rules.saved, { exact: true })).toBeVisible();
  await instructor.reload();
  await expect(rule('hints').getByRole('checkbox')).not.toBeChecked();
  await expect(rule('behind').getByRole('spinbutton')).toHaveValue('7');
  await rule('hints').getByRole('checkbox').check();
  await rule('behind').getByRole('spinbutton').fill('4');
  await instructor.getByRole('button', { name: texts.rules.save }).click();
  await expect(instructor.getByText(texts.rules.saved, { exact: true })).toBeVisible();
  await instructor.close();
});

test('a name stands with its reasons, their evidence and a next step, and is set aside and taken back', async ({
  browser,
}, info) => {
  const instructor = await instructorPage(browser);
  const { team } = await makeTeamOfThree(browser, await cohortCode(instructor));
  const [first] = team;
  await nameOnList(instructor, first);
  const cohort = await cohortOf(instructor);
  await instructor.goto(`/en/cohorts/${cohort}/watchlist`);
  const entry = instructor.locator('[data-watched]');
  await expect(entry.getByRole('heading', { name: first.person.name })).toBeVisible();
  await expect(entry.locator('[data-reason]')).toHaveCount(5);
  const stuck = entry.locator('[data-reason="stuck"]');
  await expect(stuck).toContainText('“Values” failed in 7 submissions, the latest too.');
  await expect(stuck).toContainText('Diagnosis: Without the bias');
  await expect(stuck.getByRole('link', { name: texts.reasons.submission })).toHaveAttribute('href', /submission=x$/);
  await expect(stuck.getByRole('link', { name: texts.steps.exercise })).toHaveAttribute(
    'href',
    `/en/cohorts/${cohort}/exercises/${DENSE}`,
  );
  await expect(entry.getByRole('link', { name: texts.steps.write })).toHaveAttribute(
    'href',
    new RegExp(`^mailto:${encodeURIComponent(first.person.email)}`),
  );
  await expectAccessible(instructor);
  await instructor.screenshot({ path: info.outputPath('watchlist.png'), fullPage: true });

  await entry.getByRole('button', { name: texts.agenda.open }).click();
  const dialog = instructor.getByRole('dialog');
  await expect(dialog.getByLabel(texts.agenda.field)).toBeFocused();
  await expect(dialog.getByLabel(texts.agenda.field)).toHaveValue(texts.agenda.proposal);
  await expectAccessible(instructor);
  await instructor.keyboard.type('How is everybody?');
  await instructor.keyboard.press('Enter');
  await expect(entry.locator('[data-agenda]')).toBeVisible();
  await expect(entry.getByRole('button', { name: texts.agenda.undo })).toBeFocused();
  await instructor.keyboard.press('Enter');
  await expect(entry.getByRole('button', { name: texts.agenda.open })).toBeFocused();

  const setAside = entry.getByRole('button', { name: texts.aside.do });
  await setAside.click();
  await dialog.getByLabel(texts.aside.note).fill('Wrote to them.');
  await expectAccessible(instructor);
  await dialog.getByRole('button', { name: texts.aside.do }).click();
  await expect(instructor.locator('[data-aside]')).toBeVisible();
  await expect(entry).toBeHidden();
  await instructor.locator('[data-aside] summary').click();
  await expect(entry).toContainText('Wrote to them.');
  await entry.getByRole('button', { name: texts.aside.resume }).click();
  await expect(instructor.locator('[data-aside]')).toHaveCount(0);
  await expect(entry).toBeVisible();

  await instructor.setViewportSize({ width: 320, height: 800 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await instructor.emulateMedia({ colorScheme });
    await instructor.goto(`/ko/cohorts/${cohort}/watchlist`);
    await expect(entry).toBeVisible();
    expect(await instructor.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await expectAccessible(instructor);
    await instructor.screenshot({ path: info.outputPath(`watchlist-${colorScheme}.png`), fullPage: true });
  }
  await closeAll(team);
  await instructor.close();
});

test('a learner finds by their account which rules there are and what these know of them', async ({
  browser,
}, info) => {
  const instructor = await instructorPage(browser);
  const { page } = await newcomer(browser, 'Ada');
  await page.goto('/en/account');
  await page.getByRole('link', { name: TEXTS.en.account.settings.watch.link }).click();
  await expect(page.getByText(texts.own.none)).toBeVisible();
  await page.goto(`/en/join/${await cohortCode(instructor)}`);
  await page.getByRole('button', { name: TEXTS.en.team.join.do }).click();
  await expect(page).toHaveURL(/\/en\/team$/);
  await page.goto('/en/account/watchlist');
  const own = page.locator('[data-own-watch]');
  await expect(own.getByText(texts.own.quiet.beginning)).toBeVisible();
  await expect(own.locator('[data-rule]')).toHaveCount(5);
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 800 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto('/ko/account/watchlist');
    await expect(own).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await expectAccessible(page);
    await page.screenshot({ path: info.outputPath(`own-${colorScheme}.png`), fullPage: true });
  }
  await page.context().close();
  await instructor.close();
});
