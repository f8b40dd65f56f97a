import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { instructorPage, TEXTS } from './people';
import { cohortCode, join, newcomer } from './team-people';
import { DENSE, dense, openPlain, WITHOUT_BIAS, write } from './workbench';

const texts = TEXTS.en.instructor.learner;
const { report, workbench } = TEXTS.en;

async function handIn(page: Page, source: string): Promise<void> {
  await write(page, source);
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await expect(page.getByText(report.verdict.verified.notPassed, { exact: true })).toBeVisible({ timeout: 60_000 });
}

/** An instructor, and a learner of theirs who has handed in twice. */
async function classroom(browser: Browser) {
  const instructor = await instructorPage(browser);
  const { page: learner, person } = await newcomer(browser, '김서연');
  await join(learner, await cohortCode(instructor));
  await openPlain(learner, DENSE);
  await handIn(learner, WITHOUT_BIAS);
  await learner.reload();
  await learner.locator('[data-draft="saved"]').waitFor({ state: 'attached' });
  await handIn(learner, dense('  return tf.add(tf.matMul(x, w), 1);'));
  const { viewer } = await (await learner.request.get('/api/me')).json();
  const { cohorts } = await (await instructor.request.get('/api/teams')).json();
  const address = `/en/cohorts/${cohorts[0].id}/learners/${viewer.id}`;
  const close = async () => {
    await learner.context().close();
    await instructor.close();
  };
  return { instructor, learner, name: person.name, address, close };
}

test('who teaches nobody is told whose page it is', async ({ page }) => {
  await page.goto('/en/cohorts/x/learners/y');
  await expect(page.getByText(TEXTS.en.instructor.regrades.staffOnly)).toBeVisible();
});

test('an instructor reads what a learner did, compares two submissions, comments on a line, and the learner answers', async ({
  browser,
}, info) => {
  const { instructor, learner, name, address, close } = await classroom(browser);
  await instructor.goto(address);
  await expect(instructor.getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(instructor.locator('[data-deed="submission"]')).toHaveCount(2);
  await expectAccessible(instructor);
  await instructor.screenshot({ path: info.outputPath('learner.png'), fullPage: true });

  await instructor.locator('[data-standing="02-mlp/dense-forward"]').getByRole('link').click();
  const view = instructor.locator('[data-submission]');
  await expect(view.getByRole('heading', { level: 2 })).toBeFocused();
  await view.getByRole('tab', { name: texts.submission.diff }).click();
  await expect(view.getByText('return tf.add(tf.matMul(x, w), 1);')).toBeVisible();
  await expect(view.getByText('return tf.matMul(x, w);')).toBeVisible();
  await view.getByRole('tab', { name: texts.submission.report }).click();
  await expect(view.locator('[data-authority="verified"]')).toBeVisible();
  const asLearner = view.getByRole('button', { name: texts.submission.asLearner });
  await asLearner.click();
  await expect(asLearner).toHaveAttribute('aria-pressed', 'true');
  await expect(view.locator('[data-authority="verified"]')).toBeVisible();
  await view.getByRole('tab', { name: texts.submission.source }).click();
  await view.getByLabel(report.discuss.from, { exact: true }).fill('3');
  await view.getByLabel(report.discuss.to, { exact: true }).fill('3');
  await view.getByLabel(report.comments.begin).fill('Where is **b**?');
  await view.getByRole('button', { name: report.comments.send, exact: true }).click();
  await expect(view.locator('[data-comment]').getByText('Where is b?')).toBeVisible();
  await expectAccessible(instructor);
  await instructor.screenshot({ path: info.outputPath('submission.png'), fullPage: true });

  await learner.goto('/en/inbox');
  await learner.getByRole('link', { name: /wrote on lines of submission 2/ }).click();
  const dialog = learner.getByRole('dialog');
  const comment = dialog.locator('[data-comment]');
  await expect(comment.getByText('Where is b?')).toBeVisible();
  await comment.getByText(report.comments.answer, { exact: true }).click();
  await comment.getByRole('textbox').fill('잊었습니다.');
  await comment.getByRole('button', { name: report.comments.sendAnswer }).click();
  const answer = comment.getByRole('listitem').filter({ hasText: '잊었습니다.' });
  await expect(answer).toBeVisible();
  await answer.getByRole('button', { name: report.comments.edit }).click();
  const editor = comment.getByLabel(report.comments.editLabel);
  await expect(editor).toBeFocused();
  await editor.fill('더하는 것을 잊었습니다.');
  await learner.keyboard.press('ControlOrMeta+Enter');
  await expect(answer).toContainText('더하는 것을 잊었습니다.');
  await expect(answer).toBeFocused();
  await answer.getByRole('button', { name: report.comments.edited }).click();
  await expect(comment.getByRole('list', { name: report.comments.history }).getByRole('listitem')).toHaveCount(1);
  await expectAccessible(learner);

  await instructor.goto('/en/inbox');
  await instructor
    .getByRole('link', { name: `${name} wrote on lines of submission 2` })
    .first()
    .click();
  const mine = instructor.locator('[data-comment]').getByRole('listitem').filter({ hasText: 'Where is b?' });
  await expect(instructor.locator('[data-comment]').getByText('더하는 것을 잊었습니다.')).toBeVisible();

  // An edit is written, its answer never arrives: saved again, it is not a change from elsewhere.
  const thread = instructor.locator('[data-comment]');
  const words = thread.getByLabel(report.comments.editLabel);
  const edit = mine.getByRole('button', { name: report.comments.edit, exact: true });
  const save = thread.getByRole('button', { name: report.comments.save, exact: true });
  await edit.click();
  await words.fill('Where is b? It is missing. ');
  await instructor.route(
    '**/api/comments/*',
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await save.click();
  await expect(thread.getByRole('alert')).toBeVisible();
  await save.click();
  await expect(mine).toContainText('It is missing.');
  await expect(mine).toBeFocused();

  // An edit that was kept is one of what stood there then.
  await edit.click();
  await words.fill('Where is b? Look at line 3.');
  const changed = await instructor.request.patch(`/api/comments/${await thread.getAttribute('data-comment')}`, {
    data: { body: 'Where is b? Written elsewhere.', spoils: false, revision: 1 },
  });
  expect(changed.ok(), await changed.text()).toBe(true);
  await instructor.reload();
  await edit.click();
  await expect(words).toHaveValue('Where is b? Look at line 3.');
  await expect(thread.getByText(report.comments.changedMeanwhile)).toBeVisible();
  await expect(thread.getByText('Where is b? Written elsewhere.')).toBeVisible();
  await thread.getByRole('button', { name: report.comments.cancel, exact: true }).click();

  await mine.getByRole('button', { name: report.comments.delete }).click();
  await expect(mine.getByRole('button', { name: report.comments.keep })).toBeFocused();
  await expectAccessible(instructor);
  await mine.getByRole('button', { name: report.comments.delete }).click();
  await expect(instructor.getByText(report.comments.deleted)).toBeVisible();
  // The learner's page, still open, hears of it.
  await expect(comment.getByText(report.comments.deleted)).toBeVisible();
  await close();
});

test('a grade that an instructor sets by hand shows at once, tells the learner why, and can be taken back', async ({
  browser,
}) => {
  const { instructor, learner, address, close } = await classroom(browser);
  await instructor.goto(address);
  const row = instructor.locator('[data-standing="02-mlp/dense-forward"]');
  await row.getByRole('button', { name: /^Set the grade/ }).click();
  const dialog = instructor.getByRole('dialog');
  await dialog.getByLabel(texts.override.passed, { exact: true }).check();
  await dialog.getByRole('spinbutton').fill('5');
  await expect(dialog.getByRole('button', { name: texts.override.set })).toBeDisabled();
  await dialog.getByLabel(texts.override.reason).fill('Shown at the board.');
  await expectAccessible(instructor);
  await dialog.getByRole('button', { name: texts.override.set }).click();
  await expect(row.getByText('Shown at the board.')).toBeVisible();
  await expect(instructor.locator('[data-deed="overridden"]')).toHaveCount(1);

  await learner.goto('/en/inbox');
  await expect(learner.getByRole('link', { name: /set your grade by hand/ })).toBeVisible();
  await learner.goto(DENSE);
  await learner.getByRole('tab', { name: workbench.reading.history }).click();
  await expect(learner.locator('[data-override]')).toContainText('Shown at the board.');

  await row.getByRole('button', { name: /^Set the grade/ }).click();
  await dialog.getByLabel(texts.override.reason).fill('It was another exercise.');
  await dialog.getByRole('button', { name: texts.override.restore }).click();
  await expect(row.getByText('Shown at the board.')).toHaveCount(0);
  await expect(instructor.locator('[data-deed="overridden"]')).toHaveCount(0);
  await close();
});

test('the page fits a narrow screen in both themes, in Korean', async ({ browser }, info) => {
  const { instructor, address, close } = await classroom(browser);
  await instructor.setViewportSize({ width: 320, height: 800 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await instructor.emulateMedia({ colorScheme });
    await instructor.goto(address.replace('/en/', '/ko/'));
    await instructor.locator('[data-standing]').getByRole('link').first().click();
    await expect(instructor.locator('[data-submission]')).toBeVisible();
    const width = await instructor.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
    await instructor.screenshot({ path: info.outputPath(`learner-${colorScheme}.png`), fullPage: true });
    await expectAccessible(instructor);
  }
  await close();
});
