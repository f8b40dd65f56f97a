import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { instructorPage, menuOf, TEXTS } from './people';
import { cohortCode, join, newcomer } from './team-people';
import { openPlain, write } from './workbench';

const EXERCISE = '00-orientation/standardize';
const texts = TEXTS.en.instructor.learner.viewAs;
const { viewing } = TEXTS.en.site;

/** An instructor on the page of a learner who has handed something in. */
async function classroom(browser: Browser) {
  const instructor = await instructorPage(browser);
  const { page: learner, person } = await newcomer(browser, '김서연');
  await join(learner, await cohortCode(instructor));
  const answer = await learner.request.post('/api/submissions', {
    data: {
      ...{ exercise: EXERCISE, source: 'export function standardize() {}', locale: 'en' },
      clientId: crypto.randomUUID(),
    },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  const { viewer } = await (await learner.request.get('/api/me')).json();
  const { cohorts } = await (await instructor.request.get('/api/teams')).json();
  const address = (language: string) => `/${language}/cohorts/${cohorts[0].id}/learners/${viewer.id}`;
  await instructor.goto(address('en'));
  return { instructor, learner, name: person.name, address };
}

const barOf = (page: Page) => page.locator('[data-viewing]');

test('an instructor sees the course as a learner, changes nothing, keeps their own text, and leaves', async ({
  browser,
}, info) => {
  const { instructor, learner, name, address } = await classroom(browser);
  const ownName = (await (await instructor.request.get('/api/me')).json()).viewer.name;
  // What staff write themselves stays theirs, on this device and on the server.
  await openPlain(instructor, `/en/exercises/${EXERCISE}`);
  const saved = instructor.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.ok());
  await write(instructor, '// of the staff');
  await saved;
  await instructor.goto(address('en'));

  await instructor.getByRole('button', { name: texts.do }).click();
  await expect(instructor).toHaveURL(/\/en$/);
  await expect(barOf(instructor)).toContainText(viewing.as.replace('{name}', name));
  await expect(menuOf(instructor, name)).toBeVisible();
  await expectAccessible(instructor);
  await instructor.screenshot({ path: info.outputPath('course.png') });

  await openPlain(instructor, `/en/exercises/${EXERCISE}`);
  await expect(barOf(instructor)).toBeVisible();
  await expect(instructor.getByText('// of the staff')).toHaveCount(0);
  const path = `/api/submissions?exercise=${EXERCISE}`;
  const { submissions } = await (await instructor.request.get(path)).json();
  expect(submissions).toMatchObject([{ number: 1 }]);
  const refused = await instructor.request.put('/api/drafts', {
    data: { exercise: EXERCISE, source: 'x', baseRevision: 0 },
  });
  expect([refused.status(), (await refused.json()).error.code]).toEqual([403, 'read-only']);

  await barOf(instructor).getByRole('button', { name: viewing.leave }).click();
  await expect(instructor).toHaveURL(new RegExp(`${address('en')}$`));
  await expect(menuOf(instructor, ownName)).toBeVisible();
  await expect(barOf(instructor)).toHaveCount(0);
  await openPlain(instructor, `/en/exercises/${EXERCISE}`);
  await expect(instructor.locator('[data-editor="plain"] textarea')).toHaveValue('// of the staff');
  expect((await (await learner.request.get(path)).json()).submissions).toHaveLength(1);
  await learner.context().close();
  await instructor.close();
});

test('the bar fits a narrow screen in both themes, in Korean', async ({ browser }, info) => {
  const { instructor, learner, address } = await classroom(browser);
  await instructor.setViewportSize({ width: 320, height: 800 });
  await instructor.goto(address('ko'));
  await instructor.getByRole('button', { name: TEXTS.ko.instructor.learner.viewAs.do }).click();
  for (const colorScheme of ['light', 'dark'] as const) {
    await instructor.emulateMedia({ colorScheme });
    await expect(barOf(instructor)).toBeVisible();
    expect(await instructor.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await expectAccessible(instructor);
    await instructor.screenshot({ path: info.outputPath(`bar-${colorScheme}.png`) });
  }
  await barOf(instructor).getByRole('button', { name: TEXTS.ko.site.viewing.leave }).click();
  await expect(instructor).toHaveURL(new RegExp(`${address('ko')}$`));
  await learner.context().close();
  await instructor.close();
});
