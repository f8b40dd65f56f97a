import { expect, type Page, test } from '@playwright/test';
import ko from '../../messages/ko.json' with { type: 'json' };
import { BAD_INPUT, dense } from '../bad-input';
import { pasteCode } from './editor';
import { openPlain, replaceRunner, WITHOUT_BIAS, workerScript, write } from './workbench';

const ADDRESS = '/ko/exercises/02-mlp/dense-forward';
const RUN_MS = 60_000;

// Each test writes its own text, so that one page with its warm workers does for all.
let page: Page;
test.beforeAll(async ({ browser }) => {
  page = await browser.newPage({ locale: 'ko-KR', permissions: ['clipboard-read', 'clipboard-write'] });
  // Nothing here depends on the device, and this one is ready sooner.
  await replaceRunner(page, 'webgpu', workerScript('cpu'));
  await openPlain(page, ADDRESS);
});
test.afterAll(() => page.close());

const report = () => page.locator('[data-authority="provisional"]');

async function run(source: string): Promise<void> {
  await write(page, source);
  await page.keyboard.press('ControlOrMeta+Enter');
}

async function expectNextRunWorks(): Promise<void> {
  await run(WITHOUT_BIAS);
  await expect(report()).toContainText('편향 b를 더하지 않았습니다.', { timeout: RUN_MS });
}

for (const [what, source, said] of BAD_INPUT) {
  test(`${what} is told in Korean, and the next run works at once`, async () => {
    await run(source);
    // What stands between backticks is shown as code.
    await expect(report()).toContainText(said.ko.replaceAll('`', ''), { timeout: RUN_MS });
    await expectNextRunWorks();
  });
}

test('10 MB of console output are cut, the page says so, and the grade is not touched', async () => {
  await run(dense("for (let i = 0; i < 100; i++) console.log('x'.repeat(100_000)); return tf.matMul(x, w);"));
  await expect(report()).toContainText(ko.report.consoleTruncated, { timeout: RUN_MS });
  await expect(report()).toContainText('편향 b를 더하지 않았습니다.');
  await expectNextRunWorks();
});

test('a source over 100 KB is neither saved nor taken, in plain words, and a shorter one is saved', async () => {
  await write(page, `//${'한'.repeat(34_000)}`);
  await expect(page.locator('[data-draft="refused"]')).toBeVisible();
  await expect(page.getByText(ko.errors['source-too-large']).first()).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await expect(page.locator('[data-report="verdict"]')).toContainText(ko.errors['source-too-large']);
  await write(page, WITHOUT_BIAS);
  await expect(page.locator('[data-draft="saved"]')).toBeVisible();
});

const location = (line: number, column: number) =>
  ko.report.location.replace('{line}', String(line)).replace('{column}', String(column));

for (const [what, source, line, column] of [
  ['a thrown error', dense("  throw new RangeError('here');"), 3, 9],
  ['a syntax error', `${dense('  return x;')}export const y = 1 +;\n`, 5, 21],
] as const) {
  test(`${what} is marked in both editors, and its link leads to the line`, async () => {
    await run(source);
    const link = report()
      .getByRole('button', { name: location(line, column) })
      .first();
    await expect(link).toBeVisible({ timeout: RUN_MS });
    await expect(page.locator('[data-editor="plain"] li').first()).toContainText(`${line}:${column} `);
    await page.getByRole('button', { name: ko.workbench.richEditor }).click();
    await expect(page.locator('.monaco-editor .squiggly-error').first()).toBeVisible();
    await pasteCode(page, `${source}// again\n`);
    await page.keyboard.press('ControlOrMeta+Enter');
    await link.click();
    await expect(page.locator('.monaco-editor .active-line-number')).toHaveText(String(line));
    await page.getByRole('button', { name: ko.workbench.plainEditor }).click();
    await expectNextRunWorks();
  });
}
