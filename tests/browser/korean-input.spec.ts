import { expect, test } from '@playwright/test';
import { InputMethod } from './input-method';
import { field, menuOf, newPerson, TEXTS } from './people';
import { DENSE } from './workbench';

const { workbench, report } = TEXTS.ko;

test('a Korean name is composed in the sign-up form, and Enter sends it only after the last syllable', async ({
  page,
}) => {
  const person = newPerson('한글');
  await page.goto('/ko/sign-up');
  await field(page, 'email', 'ko').fill(person.email);
  await field(page, 'password', 'ko').fill(person.password);
  await field(page, 'name', 'ko').focus();
  const ime = await InputMethod.of(page);
  await ime.compose('ㅎ', '하', '한');
  await ime.commit('한');
  await ime.compose('ㄱ', '그', '글');
  const sent: string[] = [];
  page.on('request', (request) => sent.push(new URL(request.url()).pathname));
  await ime.enter();
  await ime.commit('글');
  await expect(field(page, 'name', 'ko')).toHaveValue('한글');
  expect(sent).not.toContain('/api/account/sign-up');
  await page.keyboard.press('Enter');
  await expect(menuOf(page, '한글', 'ko')).toBeVisible();
});

test('Korean comments are composed in the editor, and the keys that run wait for the last syllable', async ({
  page,
}) => {
  await page.addInitScript(() => localStorage.setItem('peergrad:editor', 'rich'));
  await page.goto(DENSE.replace('/en/', '/ko/'));
  await page.locator('[data-ready="true"]').waitFor();
  await page.locator('.monaco-editor textarea').first().focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('// ');
  const ime = await InputMethod.of(page);
  await ime.compose('ㅊ', '추', '층');
  await ime.commit('층');
  await ime.compose('ㅇ', '으', '은');
  await page.keyboard.press('ControlOrMeta+Enter');
  await ime.commit('은');
  await page.keyboard.press('Enter');
  await expect(page.locator('.view-line').first()).toHaveText('// 층은');
  await expect(page.getByText(workbench.noReport)).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText(report.verdict.provisional.notPassed)).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('[data-draft="saved"]')).toBeVisible();
  await page.reload();
  await expect(page.locator('.view-line').first()).toHaveText('// 층은');
});
