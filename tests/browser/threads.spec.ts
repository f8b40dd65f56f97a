import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { instructorPage, TEXTS } from './people';
import { killWebServer } from './site-processes';
import { type BrowserTeam, browserTeam, type Mate, postBy, threadOf } from './thread-team';

const { thread, post, list, composer, membersOnly, reactions, snippet, edit } = TEXTS.en.discussion;

async function fitsNarrow(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
}

const field = (page: Page) => page.getByRole('textbox', { name: thread.write });
const postOf = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text });

async function openThread(page: Page, id: string): Promise<void> {
  await page.goto(`/en/threads/${id}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

async function write(page: Page, text: string): Promise<void> {
  if (!(await field(page).isVisible())) await page.getByRole('button', { name: thread.write, exact: true }).click();
  await field(page).fill(text);
}

async function send(page: Page, text: string): Promise<void> {
  await write(page, text);
  await page.getByRole('button', { name: thread.send, exact: true }).click();
}

async function fromMenu(page: Page, text: string, entry: string): Promise<void> {
  await postOf(page, text)
    .getByRole('button', { name: /^What else can be done with post/ })
    .click();
  await page.getByRole('menuitem', { name: entry, exact: true }).click();
}

let team: BrowserTeam;

test.describe('three of a team', () => {
  test.beforeEach(async ({ browser }) => {
    team = await browserTeam(browser, ['Ada', 'Bo', '김하늘']);
  });
  test.afterEach(() => team?.close());

  const pages = () => team.mates.map(({ page }) => page) as [Page, Page, Page];

  test('a post, an edit, a reaction and the answer arrive on the other screens', async () => {
    const id = await threadOf(team);
    const [ada, bo, sky] = pages();
    for (const page of pages()) await openThread(page, id);
    await expect(ada.getByText(/^Also here: (Bo, 김하늘|김하늘, Bo)$/)).toBeVisible();

    await write(bo, 'Is the **learning rate** too large?');
    await expect(ada.getByText('Bo writing…')).toBeVisible();
    await bo.getByRole('button', { name: thread.send, exact: true }).click();
    for (const page of pages()) await expect(postOf(page, 'Is the learning rate too large?')).toBeVisible();
    await expect(field(bo)).toHaveValue('');

    await fromMenu(bo, 'Is the learning rate', post.edit);
    await bo.getByRole('textbox', { name: 'Text of post 2' }).fill('Is the **learning rate** above 0.1?');
    await bo.getByRole('button', { name: edit.save, exact: true }).click();
    for (const page of pages()) await expect(postOf(page, 'above 0.1?').getByText(post.edited)).toBeVisible();

    await postOf(sky, 'above 0.1?').getByRole('button', { name: reactions.add }).click();
    await sky.getByRole('dialog').getByRole('button', { name: reactions.insight }).click();
    await expect(postOf(ada, 'above 0.1?').getByRole('button', { name: 'Insight: 1' })).toBeVisible();

    await fromMenu(ada, 'above 0.1?', post.markAnswer);
    for (const page of pages()) {
      await expect(postOf(page, 'above 0.1?').getByText(post.isAnswer)).toBeVisible();
      await expect(page.locator('[data-state=answered]')).toBeVisible();
    }
    await expectAccessible(ada);
    await ada.screenshot({ path: test.info().outputPath('thread.png'), fullPage: true });

    await fromMenu(bo, 'above 0.1?', post.history);
    await expect(bo.getByRole('dialog').getByText('too large?')).toBeVisible();
    await bo.getByRole('dialog').getByRole('button', { name: TEXTS.en.discussion.history.close }).click();
    await fromMenu(bo, 'above 0.1?', post.delete);
    await bo.getByRole('alertdialog').getByRole('button', { name: post.delete }).click();
    for (const page of pages()) await expect(page.getByText(post.deleted)).toBeVisible();
    await fitsNarrow(ada);
  });

  test('a thread opens at the first post that was not read yet', async () => {
    const id = await threadOf(team);
    const [ada, bo] = team.mates;
    if (!ada || !bo) throw new Error('no mates');
    for (let number = 2; number <= 30; number += 1)
      await postBy(ada, id, { body: `Step ${number}:\n\n${'the loss falls\n\n'.repeat(6)}` });
    await bo.page.request.put(`/api/threads/${id}/reading`, { data: { lastRead: 15 } });
    await openThread(bo.page, id);
    await expect(bo.page.getByText(thread.newPosts, { exact: true })).toBeInViewport();
    await expect(postOf(bo.page, 'Step 16:')).toBeInViewport();
    await expect(postOf(bo.page, 'Step 12:')).not.toBeInViewport();
    // What comes late above, an image or a font, moves nothing of what one reads. The post just above stands behind the site's header.
    const before = postOf(bo.page, 'Step 15:');
    const head = bo.page.getByRole('heading', { level: 1 });
    const top = async (of = bo.page.getByText(thread.newPosts, { exact: true })) =>
      Math.round((await of.boundingBox())?.y ?? Number.NaN);
    const stood = await top();
    const headAbove = await top(head);
    for (const style of [{ paddingTop: '200px' }, { paddingBottom: '200px' }, { paddingTop: '', paddingBottom: '' }]) {
      const height = (await before.boundingBox())?.height;
      await before.evaluate((element, style) => Object.assign(element.style, style), style);
      await expect.poll(async () => (await before.boundingBox())?.height).not.toBe(height);
      await expect.poll(() => top()).toBe(stood);
    }
    await head.evaluate((element) => Object.assign(element.style, { paddingBottom: '100px' }));
    await expect.poll(() => top(head)).toBe(headAbove - 100);
    await expect.poll(() => top()).toBe(stood);
  });

  test('two edits of one post: who comes second sees both, and nothing is lost', async () => {
    const id = await threadOf(team, { body: 'first words' });
    const [ada] = pages();
    const elsewhere = await team.mates[0]?.context.newPage();
    if (!elsewhere) throw new Error('no page');
    for (const page of [ada, elsewhere]) {
      await openThread(page, id);
      await fromMenu(page, 'first words', post.edit);
    }
    const text = (page: Page) => page.getByRole('textbox', { name: 'Text of post 1' });
    await text(elsewhere).fill('words from elsewhere');
    await text(ada).fill('words from here');
    await elsewhere.getByRole('button', { name: edit.save, exact: true }).click();
    await expect(text(elsewhere)).toHaveCount(0);
    await ada.getByRole('button', { name: edit.save, exact: true }).click();
    const conflict = ada.getByRole('region', { name: edit.conflict });
    await expect(conflict.getByText('words from elsewhere')).toBeVisible();
    await expect(conflict.getByText('words from here')).toBeVisible();
    await conflict.getByRole('button', { name: edit.keepYours }).click();
    await expect(postOf(elsewhere, 'words from here')).toBeVisible();
  });

  test('a draft survives a reload and is gone once it is sent', async () => {
    const id = await threadOf(team);
    const [ada] = pages();
    await openThread(ada, id);
    await write(ada, '기울기 폭주 때문일까요?');
    await ada.reload();
    await expect(field(ada)).toHaveValue('기울기 폭주 때문일까요?');
    await field(ada).press('ControlOrMeta+Enter');
    await expect(postOf(ada, '기울기 폭주 때문일까요?').and(ada.locator('[data-post]'))).toBeVisible();
    await ada.reload();
    await expect(postOf(ada, '기울기 폭주 때문일까요?')).toBeVisible();
    await expect(ada.getByRole('button', { name: thread.write, exact: true })).toBeVisible();
  });

  test('a post that cannot be sent says so, keeps its text over a reload, and is posted once', async () => {
    const id = await threadOf(team);
    const [ada, bo] = pages();
    await openThread(ada, id);
    await openThread(bo, id);
    // The answer is lost, not the post: trying again must not post it twice.
    let lost = 0;
    await ada.route(`**/api/threads/${id}/posts`, async (route) => {
      if (lost === 0) await route.fetch();
      lost += 1;
      await route.abort();
    });
    await send(ada, 'Clip the gradients.');
    const failed = ada.locator('[data-pending=failed]');
    await expect(failed).toContainText('Clip the gradients.');
    await ada.reload();
    await expect(failed).toContainText('Clip the gradients.');
    // Pressed or not, it goes on being tried, and is sent once it can be.
    const before = lost;
    await failed.getByRole('button', { name: post.tryAgain }).click();
    await expect.poll(() => lost).toBeGreaterThan(before);
    await ada.unroute(`**/api/threads/${id}/posts`);
    await expect(ada.locator('[data-pending]')).toHaveCount(0);
    for (const page of [ada, bo]) await expect(postOf(page, 'Clip the gradients.')).toHaveCount(1);
  });

  test('a post that the server refuses goes back into the field', async () => {
    const id = await threadOf(team);
    const [ada] = pages();
    await openThread(ada, id);
    await ada.route(`**/api/threads/${id}/posts`, (route) =>
      route.fulfill({ status: 403, contentType: 'application/json', body: '{"error":{"code":"forbidden"}}' }),
    );
    await send(ada, 'Not now.');
    await ada.locator('[data-pending=failed]').getByRole('button', { name: post.takeBack }).click();
    await expect(field(ada)).toHaveValue('Not now.');
    await expect(ada.locator('[data-pending]')).toHaveCount(0);
  });

  test('while the server is away the page says so, and then shows what was missed', async () => {
    const id = await threadOf(team);
    const [ada, bo] = pages();
    await openThread(ada, id);
    await team.mates[0]?.context.setOffline(true);
    await send(ada, 'written offline');
    await expect(ada.getByText(thread.cutOff)).toBeVisible();
    if (team.mates[1]) await postBy(team.mates[1], id, { body: 'said meanwhile' });
    await team.mates[0]?.context.setOffline(false);
    await expect(postOf(ada, 'said meanwhile')).toBeVisible();
    await expect(ada.getByText(thread.cutOff)).toHaveCount(0);
    await openThread(bo, id);
    await expect(postOf(bo, 'written offline')).toHaveCount(1);
  });

  test('the server is killed and starts again: what was written meanwhile and after is there, once', async () => {
    const id = await threadOf(team);
    const [ada, bo] = pages();
    for (const page of [ada, bo]) await openThread(page, id);
    await write(ada, 'written as it died');
    killWebServer();
    await ada.getByRole('button', { name: thread.send, exact: true }).click();
    await expect(async () => {
      const failed = ada.locator('[data-pending=failed]');
      if (await failed.isVisible()) await failed.getByRole('button', { name: post.tryAgain }).click();
      await expect(ada.locator('[data-pending]')).toHaveCount(0, { timeout: 1_000 });
    }).toPass();
    if (team.mates[1]) await postBy(team.mates[1], id, { body: 'said after it' });
    for (const page of [ada, bo]) {
      await expect(postOf(page, 'written as it died')).toHaveCount(1);
      await expect(postOf(page, 'said after it')).toHaveCount(1);
      await expect(page.getByText(thread.cutOff)).toHaveCount(0);
    }
  });

  test('code that passes an exercise is a stub to who has not passed it, which says what to pass', async () => {
    const id = await threadOf(team);
    const [ada, bo] = team.mates;
    if (!ada || !bo) throw new Error('no team');
    await postBy(ada, id, { body: 'the secret of softmax', spoils: '02-mlp/softmax' });
    await openThread(ada.page, id);
    await expect(postOf(ada.page, 'the secret of softmax')).toBeVisible();
    await openThread(bo.page, id);
    const stub = bo.page.getByRole('article', { name: 'Post 2' });
    await expect(stub).toContainText('Stable softmax');
    await expect(stub.getByRole('link', { name: post.toExercise })).toHaveAttribute(
      'href',
      '/en/exercises/02-mlp/softmax',
    );
    await expect(bo.page.getByText('the secret of softmax')).toHaveCount(0);
    await bo.page.request.post('/api/help', { data: { exercise: '02-mlp/softmax', action: 'give-up' } });
    await bo.page.reload();
    await expect(postOf(bo.page, 'the secret of softmax')).toBeVisible();
  });

  test('a name is mentioned by its initial consonants, as a Korean keyboard writes them', async () => {
    const id = await threadOf(team);
    const [ada, , sky] = pages();
    await openThread(ada, id);
    await write(ada, '');
    await field(ada).focus();
    const keyboard = await ada.context().newCDPSession(ada);
    await ada.keyboard.type('@');
    // Each letter is composed and committed, as an input method does.
    for (const letter of ['ㄱ', 'ㅎ', 'ㄴ']) {
      await keyboard.send('Input.imeSetComposition', { text: letter, selectionStart: 1, selectionEnd: 1 });
      await keyboard.send('Input.insertText', { text: letter });
    }
    await expect(ada.getByRole('option', { name: '김하늘' })).toBeVisible();
    // Enter that ends a composition picks nobody and sends nothing.
    await field(ada).dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
    await expect(field(ada)).toHaveValue('@ㄱㅎㄴ');
    await field(ada).press('Enter');
    await expect(field(ada)).toHaveValue(/^@\[김하늘\]\(user:[\w-]+\) $/);
    await ada.keyboard.type('한번 봐 주세요');
    await field(ada).press('ControlOrMeta+Enter');
    await expect(ada.locator('[data-post] .user-mention')).toHaveText('@김하늘');
    await openThread(sky, id);
    await expect(postOf(sky, '한번 봐 주세요').locator('.user-mention')).toHaveText('@김하늘');
  });

  test('an image is pasted, sent, and seen by the team alone', async ({ browser }) => {
    const id = await threadOf(team);
    const [ada, bo] = pages();
    await openThread(ada, id);
    await write(ada, 'My loss curve:');
    const data = await ada.evaluate(() => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [60, 40];
      canvas.getContext('2d')?.fillRect(10, 10, 20, 20);
      return canvas.toDataURL('image/png').split(',')[1] ?? '';
    });
    const buffer = Buffer.from(data, 'base64');
    await ada.getByLabel(composer.image).setInputFiles({ name: 'curve.png', mimeType: 'image/png', buffer });
    await expect(field(ada)).toHaveValue(/!\[curve\]\(\/api\/attachments\/[\da-f-]{36}#60x40\)/);
    await ada.getByRole('button', { name: thread.send, exact: true }).click();
    await openThread(bo, id);
    const image = bo.getByRole('img', { name: 'curve' });
    await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBe(60);
    const address = (await image.getAttribute('src')) ?? '';
    const stranger = await browser.newPage();
    expect((await stranger.request.get(address)).status()).toBe(401);
    await stranger.close();
    await ada.getByRole('button', { name: thread.write, exact: true }).or(field(ada)).first().click();
    await ada
      .getByLabel(composer.image)
      .setInputFiles({ name: 'x.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') });
    await expect(ada.getByText(composer.notAnImage)).toBeVisible();
  });

  test("a snippet runs in the reader's page, without the reader's rights", async () => {
    const id = await threadOf(team);
    const [ada, bo] = team.mates;
    if (!ada || !bo) throw new Error('no team');
    const source = [
      'console.log("sum", 1 + 2);',
      'console.log(typeof fetch, typeof indexedDB, typeof document);',
      'export function main() { return [1, 2].map((x) => x * 2); }',
    ].join('\n');
    await postBy(ada, id, { body: 'Try this', snippet: { source } });
    await postBy(ada, id, { body: 'Never ends', snippet: { source: 'while (true) {}' } });
    await openThread(bo.page, id);
    const works = postOf(bo.page, 'Try this');
    await works.getByRole('button', { name: snippet.run, exact: true }).click();
    await expect(works.getByText('sum 3')).toBeVisible();
    await expect(works.getByText('undefined undefined undefined')).toBeVisible();
    await expect(works.getByText(snippet.returned)).toBeVisible();
    const hangs = postOf(bo.page, 'Never ends');
    await hangs.getByRole('button', { name: snippet.run, exact: true }).click();
    await expect(hangs.getByRole('status').locator('div').first()).toContainText(/time|5 s|seconds/i);
  });

  test('a submission goes with a post, and its source and report are read there', async () => {
    const id = await threadOf(team);
    const [ada, bo] = pages();
    const source = 'export function standardize() {\n  return null;\n}\n';
    const data = { exercise: '00-orientation/standardize', source, clientId: randomUUID(), locale: 'en' };
    const { submission } = await (await ada.request.post('/api/submissions', { data })).json();
    const statusOf = async () => (await (await ada.request.get(`/api/submissions/${submission.id}`)).json()).submission;
    await expect.poll(async () => (await statusOf()).status).toBe('graded');
    await openThread(ada, id);
    await write(ada, 'This returns nothing.');
    await ada.getByRole('button', { name: composer.addSnapshot }).click();
    const choices = ada.getByRole('group', { name: composer.snapshot }).getByRole('combobox');
    await choices.first().selectOption('00-orientation/standardize');
    await choices.nth(1).selectOption(submission.id);
    await expect(ada.getByText(composer.snapshotChosen)).toBeVisible();
    await ada.getByRole('button', { name: thread.send, exact: true }).click();
    await openThread(bo, id);
    const shown = postOf(bo, 'This returns nothing.');
    await shown.locator('summary').click();
    await expect(shown.getByText('return null;')).toBeVisible();
  });

  test('the list shows unread threads first, and filters', async () => {
    const id = await threadOf(team);
    await threadOf(team, { title: 'About softmax', anchor: { kind: 'exercise', exercise: '02-mlp/softmax' } });
    const [, bo] = pages();
    await bo.goto('/en/threads');
    await expect(bo.locator(`[data-thread="${id}"]`)).toHaveAttribute('data-unread', '1');
    await expectAccessible(bo);
    await bo.screenshot({ path: test.info().outputPath('threads.png'), fullPage: true });
    await bo.getByRole('link', { name: 'Why is my loss NaN?' }).click();
    await expect(postOf(bo, 'It explodes')).toBeVisible();
    await bo.goBack();
    await expect(bo.locator(`[data-thread="${id}"]`)).toHaveAttribute('data-unread', '0');
    await bo.getByLabel(list.subject).selectOption({ label: 'Stable softmax' });
    await expect(bo.locator('[data-thread]')).toHaveCount(1);
    await expect(bo).toHaveURL(/exercise=02-mlp%2Fsoftmax/);
    await bo.getByLabel(list.subject).selectOption('unit 02-mlp');
    await expect(bo).toHaveURL(/unit=02-mlp/);
    await expect(bo.locator('[data-thread]')).toHaveCount(1);
    await bo.getByLabel(list.state).selectOption(list.states.resolved);
    await expect(bo.getByText(list.noneFound)).toBeVisible();
    await fitsNarrow(bo);
  });

  test('a thread is opened from the list, for the team', async () => {
    const [ada, bo] = pages();
    await ada.goto('/en/threads');
    await ada.getByRole('link', { name: list.new }).click();
    const texts = TEXTS.en.discussion.new;
    await ada.getByLabel(texts.name).fill('Momentum or not?');
    await ada.getByRole('textbox', { name: texts.text }).fill('Which do you use?');
    await ada.reload();
    await expect(ada.getByLabel(texts.name)).toHaveValue('Momentum or not?');
    await ada.getByRole('button', { name: texts.open }).click();
    await expect(ada.getByRole('heading', { level: 1, name: 'Momentum or not?' })).toBeVisible();
    await bo.goto('/en/threads');
    await expect(bo.getByRole('link', { name: 'Momentum or not?' })).toBeVisible();
  });

  test('a reported post is hidden by staff, its author banned and let write again, and all of it is in the trail', async ({
    browser,
  }) => {
    const { moderation } = TEXTS.en.discussion;
    const id = await threadOf(team);
    const [ada, bo] = pages();
    const reported = await postBy(team.mates[0] as Mate, id, { body: 'Something unkind' });
    await openThread(bo, id);
    await fromMenu(bo, 'Something unkind', post.report);
    await bo.getByRole('alertdialog').getByRole('textbox').fill('It hurts.');
    await bo.getByRole('alertdialog').getByRole('button', { name: post.sendReport }).click();
    await expect(bo.getByText(post.reported)).toBeVisible();
    await bo.goto('/en/threads/moderation');
    await expect(bo.getByText(moderation.staffOnly)).toBeVisible();

    const staff = await instructorPage(browser);
    await staff.goto('/en/threads');
    await staff.getByRole('link', { name: list.moderation }).click();
    const card = staff.locator(`[data-reported="${reported}"]`);
    await expect(card).toContainText('Something unkind');
    await expect(card).toContainText('It hurts.');
    await expectAccessible(staff);
    await staff.screenshot({ path: test.info().outputPath('moderation.png'), fullPage: true });
    await fitsNarrow(staff);
    await card.getByRole('button', { name: moderation.banWeek }).click();
    await staff.getByRole('alertdialog').getByRole('textbox').fill('Be kind.');
    await staff.getByRole('alertdialog').getByRole('button', { name: moderation.banDo }).click();
    const ban = staff.locator(`[data-ban="${team.mates[0]?.id}"]`);
    await expect(ban).toContainText('Be kind.');
    const refused = await ada.request.post(`/api/threads/${id}/posts`, {
      data: { clientId: randomUUID(), body: 'More' },
    });
    expect(refused.status()).toBe(403);
    await ban.getByRole('button', { name: moderation.lift }).click();
    await expect(ban).toHaveCount(0);
    await card.getByRole('button', { name: moderation.hide }).click();
    await expect(card).toHaveCount(0);
    for (const deed of ['member.ban', 'member.lift-ban', 'post.hide'])
      await expect(staff.locator(`[data-deed="${deed}"]`).first()).toBeVisible();
    await openThread(bo, id);
    await expect(bo.getByText(post.hidden)).toBeVisible();
    await staff.context().close();
  });

  test('staff lock a thread, and learners can read only', async ({ browser }) => {
    const id = await threadOf(team);
    const [ada] = pages();
    await openThread(ada, id);
    const instructor = await instructorPage(browser);
    await openThread(instructor, id);
    await instructor.getByRole('button', { name: thread.more }).click();
    await instructor.getByRole('menuitem', { name: thread.lock }).click();
    await instructor.getByLabel(TEXTS.en.discussion.reason).fill('It is settled.');
    await instructor.getByRole('alertdialog').getByRole('button', { name: thread.lock }).click();
    await expect(ada.getByText(thread.isLocked)).toBeVisible();
    await instructor.context().close();
  });
});

test('who has no account is told how to get one', async ({ page }) => {
  await page.goto('/en/threads');
  await expect(page.getByText(membersOnly)).toBeVisible();
  await page.goto('/ko/threads/00000000-0000-4000-8000-000000000000');
  await expect(page.getByText(TEXTS.ko.discussion.membersOnly)).toBeVisible();
});
