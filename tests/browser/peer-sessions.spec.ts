import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { InputMethod } from './input-method';
import { instructorPage, TEXTS } from './people';
import { closeAll, cohortCode, makeTeamOfThree, type Teammate } from './team-people';

const texts = TEXTS.en.team;
const { session: room, summary } = texts;

test.describe.configure({ timeout: 180_000 });

/** Three people in the session of their team, each in a browser of their own. */
async function meet(browser: Browser): Promise<{ team: [Teammate, Teammate, Teammate]; url: string }> {
  const instructor = await instructorPage(browser);
  const { team } = await makeTeamOfThree(browser, await cohortCode(instructor));
  await instructor.context().close();
  await team[0].page.getByRole('button', { name: texts.today.open }).click();
  await expect(team[0].page).toHaveURL(/\/en\/sessions\/[\w-]+$/);
  const url = new URL(team[0].page.url()).pathname;
  await Promise.all([team[1], team[2]].map(({ page }) => page.goto(url)));
  for (const { page } of team) await expect(notesOf(page)).toBeVisible();
  return { team, url };
}

const notesOf = (page: Page) => page.getByRole('textbox', { name: room.notes.label });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** What the notes say, without the names at others' cursors. */
function textOf(page: Page): Promise<string> {
  return notesOf(page).evaluate((content) => {
    const copy = content.cloneNode(true) as HTMLElement;
    for (const caret of copy.querySelectorAll('.cm-ySelectionCaret, .cm-placeholder')) caret.remove();
    return [...copy.querySelectorAll('.cm-line')].map((line) => line.textContent ?? '').join('\n');
  });
}

async function type(page: Page, words: readonly string[], from: 'Home' | 'End' = 'End'): Promise<void> {
  await notesOf(page).focus();
  await page.keyboard.press(`ControlOrMeta+${from}`);
  for (const word of words) await page.keyboard.insertText(word);
}

/** Seconds left on a page's clock, at one moment of this machine. */
async function secondsLeft(page: Page): Promise<number> {
  const { left, at } = await page.locator('[data-clock-left]').evaluate((clock) => ({
    left: Number(clock.getAttribute('data-clock-left')),
    at: performance.timeOrigin + performance.now(),
  }));
  return left + at / 1000;
}

test('the clock is one for all, also on a device whose own is two hours off', async ({ browser }, info) => {
  const { team, url } = await meet(browser);
  const [ada, bo, cy] = team.map(({ page }) => page) as [Page, Page, Page];
  await cy.addInitScript(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + 2 * 3_600_000;
  });
  await cy.goto(url);
  await button(ada, room.clock.start).click();
  for (const page of [ada, bo, cy]) await expect(button(page, room.clock.pause)).toBeVisible();
  await expect(cy.getByText(/The clock of this device is 7\d{3} s off/)).toBeVisible();
  await expect
    .poll(async () => {
      const left = await Promise.all([ada, bo, cy].map(secondsLeft));
      return Math.max(...left) - Math.min(...left);
    })
    .toBeLessThan(2.5);

  // Two press "next" at once: the hour goes on by one item.
  await Promise.all([button(ada, room.clock.next).click(), button(bo, room.clock.next).click()]);
  for (const page of [ada, bo, cy]) {
    await expect(page.locator('[aria-current="step"]')).toContainText(room.item.prompt);
  }
  await ada.screenshot({ path: info.outputPath('session.png'), fullPage: true });
  await expectAccessible(ada);

  // Focus mode: nothing but the session, until Escape.
  await button(ada, room.focus.on).click();
  await expect(ada.getByRole('banner')).toBeHidden();
  await ada.keyboard.press('Escape');
  await expect(ada.getByRole('banner')).toBeVisible();
  await button(ada, room.focus.on).click();
  await button(bo, room.clock.end).click();
  await expect(ada.getByRole('banner')).toBeVisible();
  await closeAll(team);
});

test('three write the notes at once, and a reload while offline loses nothing', async ({ browser }) => {
  const { team, url } = await meet(browser);
  const pages = team.map(({ page }) => page);
  const words = [
    ['가나다 ', '라마바 ', '사아자 '],
    ['one ', 'two ', 'three '],
    ['1 ', '2 ', '3 '],
  ];
  await Promise.all(pages.map((page, at) => type(page, words[at] as string[])));
  for (const page of pages) {
    await expect(page.locator('[data-notes]')).toHaveAttribute('data-notes', 'saved');
    for (const word of words.flat()) await expect.poll(() => textOf(page)).toContain(word.trim());
  }
  await expect.poll(async () => new Set(await Promise.all(pages.map(textOf))).size).toBe(1);
  // Others' cursors have names.
  await expect((pages[1] as Page).locator('.cm-ySelectionInfo', { hasText: '김서연' })).toHaveCount(1);

  const cy = pages[2] as Page;
  await cy.context().setOffline(true);
  await type(cy, ['written offline']);
  await expect(cy.locator('[data-notes]')).toHaveAttribute('data-notes', 'waiting');
  const kept = await cy.evaluate(
    () => Object.keys(localStorage).filter((key) => key.startsWith('peergrad:notes:')).length,
  );
  expect(kept).toBeGreaterThan(0);
  await cy.context().setOffline(false);
  await cy.goto(url);
  await expect.poll(() => textOf(pages[0] as Page)).toContain('written offline');
  await expect(cy.locator('[data-notes]')).toHaveAttribute('data-notes', 'saved');
  await closeAll(team);
});

test('Korean is composed in the notes while others write, and no letter is lost', async ({ browser }) => {
  const { team } = await meet(browser);
  const [ada, bo, cy] = team.map(({ page }) => page) as [Page, Page, Page];
  await type(ada, ['위\n', '층 ', '\n아래']);
  await ada.keyboard.press('ArrowUp');
  await ada.keyboard.press('End');
  for (const page of [bo, cy]) await expect.poll(() => textOf(page)).toContain('아래');
  const ime = await InputMethod.of(ada);
  await ime.compose('ㅎ', '하', '학');
  // What others write, above and below, arrives in the middle of a syllable.
  await type(bo, ['before ', 'and '], 'Home');
  await type(cy, [' after']);
  await expect.poll(() => textOf(cy)).toContain('and');
  await ime.compose('학');
  await ime.commit('학');
  await ime.compose('ㅅ', '스', '습');
  await ime.commit('습');
  for (const page of [ada, bo, cy]) {
    await expect(page.locator('[data-notes]')).toHaveAttribute('data-notes', 'saved');
    await expect.poll(() => textOf(page)).toBe('before and 위\n층 학습\n아래 after');
  }
  await closeAll(team);
});

test('a question goes through both rounds, what comes out is written down, and the summary is exported', async ({
  browser,
}, info) => {
  const { team, url } = await meet(browser);
  const pages = team.map(({ page }) => page) as [Page, Page, Page];
  const [ada, bo, cy] = pages;
  await button(ada, room.clock.start).click();
  await button(ada, room.instruction.ask).click();
  const answer = async (page: Page, phase: string, at: number) => {
    const form = page.locator(`[data-phase="${phase}"] form`);
    await form.locator('input').nth(at).check();
    await form.getByRole('button').click();
  };
  for (const [at, page] of pages.entries()) {
    await expect(page.locator('[data-phase="first"]')).toBeVisible();
    // Nobody is shown anything before all have answered.
    await expect(page.locator('[data-spread]')).toHaveCount(0);
    await answer(page, 'first', at % 2);
  }
  for (const page of pages) {
    await expect(page.locator('[data-phase="discussion"] [data-spread]').first()).toContainText('/ 3');
    await expect(page.locator('[data-right]')).toHaveCount(0);
  }
  await button(bo, room.instruction.endDiscussion).click();
  for (const page of pages) await answer(page, 'second', 0);
  for (const page of pages) {
    await expect(page.locator('[data-phase="closed"] [data-right]')).toHaveCount(1);
    await expect(page.locator('[data-gain]')).toBeVisible();
  }

  await ada.getByRole('textbox', { name: room.items.text }).fill('학습률은 0.1로 시작하기');
  await button(ada, room.items.add).click();
  await expect(cy.locator('[data-item="학습률은 0.1로 시작하기"]')).toBeVisible();
  await type(bo, ['We derived $p - y$.']);
  await expect(bo.locator('[data-notes]')).toHaveAttribute('data-notes', 'saved');

  await cy.goto(`${url}/summary`);
  await expect(cy.getByText('학습률은 0.1로 시작하기')).toBeVisible();
  await expect(cy.getByText('We derived')).toBeVisible();
  await cy.screenshot({ path: info.outputPath('summary.png'), fullPage: true });
  const download = cy.waitForEvent('download');
  await cy.getByRole('link', { name: summary.export }).click();
  const stream = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const markdown = Buffer.concat(chunks).toString('utf8');
  expect(markdown).toContain('**Decision** 학습률은 0.1로 시작하기');
  expect(markdown).toContain('We derived $p - y$.');
  await closeAll(team);
});
