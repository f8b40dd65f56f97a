import { expect, type Locator, type Page, test } from '@playwright/test';
import en from '../../messages/en.json' with { type: 'json' };
import { button, keepPictures, openFigure, press } from './figure-page';
import { collectTroubles } from './troubles';

const LESSON = {
  optimizers: '/en/lessons/04-optimization.03-optimizers',
  regularization: '/en/lessons/04-optimization.04-regularization',
};

const summary = (figure: Locator) => figure.locator('.figure-summary');

test.describe('optimizer race', () => {
  const texts = en.figures['optimizer-race'];
  const open = (page: Page, query = '') => openFigure(page, `${LESSON.optimizers}${query}`, '.race');
  const rows = [texts.sgd, texts.momentum, texts.nesterov, texts.adagrad, texts.adadelta, texts.rmsprop, texts.adam];
  const row = (figure: Locator, name: string) => figure.locator('.race-table tbody tr').nth(rows.indexOf(name));
  const cells = (figure: Locator, name: string) => row(figure, name).getByRole('cell');

  test('Adam’s first step is η from any start; gradient descent’s is η times the gradient', async ({ page }) => {
    const figure = await open(page);
    const startY = figure.getByRole('slider', { name: 'Start, y' });
    await expect(cells(figure, texts.adam).nth(1)).toHaveText('0.1');
    // 0.02 · 30 · 0.9 along y.
    await expect(cells(figure, texts.sgd).nth(1)).toHaveText('0.54');
    await press(startY, 'End');
    await expect(cells(figure, texts.adam).nth(1)).toHaveText('0.1');
    await expect(cells(figure, texts.sgd).nth(1)).toHaveText('1.2');
    await expect(page).toHaveURL(/race=ellipse%3B30%3B0\.02%3B0\.1%3B0\.9%3B0\.1%3B-1\.6%3B2%3B40/);
    await keepPictures(figure);
  });

  test('at κ = 30 and η = 0.05 Nesterov alone diverges', async ({ page }) => {
    const figure = await open(page);
    await press(figure.getByRole('slider', { name: texts.rate }), 'ArrowRight');
    await press(figure.getByRole('slider', { name: texts.step, exact: true }), 'End');
    await expect(cells(figure, texts.nesterov).first()).toHaveText(texts.diverged);
    await expect(summary(figure)).toContainText('Diverged: Nesterov.');
  });

  test('runners stand at the start before the first step, and those left come to the minimum', async ({ page }) => {
    const figure = await open(page, '?race=ellipse;30;0.02;0.1;0.9;0.1;-1.6;0.9;0;smngdraw');
    const places = () =>
      figure
        .locator('.race-letter')
        .evaluateAll((all) => all.map((one) => [Number(one.getAttribute('x')), Number(one.getAttribute('y'))]));
    // The square of 48 cells spans −2 to 2.
    expect(await places()).toEqual(Array(8).fill([4.8, 13.2]));
    for (const name of [texts.adagrad, texts.adadelta, texts.rmsprop]) {
      await press(row(figure, name).getByRole('checkbox'), 'Space');
    }
    await press(figure.getByRole('slider', { name: texts.step, exact: true }), 'End');
    for (const [x = 0, y = 0] of await places()) expect(Math.hypot(x - 24, y - 24)).toBeLessThan(0.2);
    await expect(figure.locator('.race-letter')).toHaveCount(5);
  });

  test('the start is dragged with the pointer', async ({ page }) => {
    const figure = await open(page);
    await figure.locator('.boundary-plane').scrollIntoViewIfNeeded();
    const plane = await figure.locator('.boundary-plane').boundingBox();
    const { x, y, width, height } = plane as NonNullable<typeof plane>;
    await page.mouse.move(x + 0.1 * width, y + 0.275 * height);
    await page.mouse.down();
    await page.mouse.move(x + 0.75 * width, y + 0.5 * height, { steps: 4 });
    await page.mouse.up();
    const value = (name: string) => figure.getByRole('slider', { name }).inputValue().then(Number);
    await expect.poll(() => value('Start, x')).toBeCloseTo(1, 1);
    await expect.poll(() => value('Start, y')).toBeCloseTo(0, 1);
  });

  test('the race runs, pauses, and starts again on another surface', async ({ page }) => {
    const figure = await open(page, '?race=ellipse;30;0.02;0.1;0.9;0.1;-1.6;0.9;0;smngdraw');
    const step = () => figure.getByRole('slider', { name: texts.step, exact: true }).inputValue().then(Number);
    await press(button(figure, texts.play), 'Enter');
    await expect.poll(step).toBeGreaterThan(20);
    // It may have arrived already on a fast machine.
    await press(button(figure, texts.reset), 'Enter');
    await expect.poll(step).toBe(0);
    await expect(button(figure, texts.play)).toBeVisible();
    await figure.getByRole('combobox', { name: texts.surface }).selectOption('beale');
    await press(button(figure, texts.one), 'Enter');
    await expect(summary(figure)).toContainText('After 1 steps');
    await expect(figure.getByRole('img', { name: /^Beale\./ })).toBeVisible();
  });
});

test.describe('regularizer lab', () => {
  const texts = en.figures['regularizer-lab'];
  const open = (page: Page, query = '') => openFigure(page, `${LESSON.regularization}${query}`, '.regularizer');
  const train = (figure: Locator) => press(button(figure, texts.play), 'Enter');

  test('early stopping brings the weights of the lowest validation loss back', async ({ page }) => {
    const troubles = await collectTroubles(page);
    const figure = await open(page);
    await press(button(figure, texts.earlyStop), 'Enter');
    await train(figure);
    await expect(summary(figure)).toContainText('Stopped early; the weights of step 190 are back');
    const [, validation] = /validation loss ([\d.]+)/.exec((await summary(figure).textContent()) ?? '') ?? [];
    // The mark of the lowest point is at step 190 of 2000 and at that loss, of 1.2 at most.
    const best = figure.locator('.regularizer-best');
    expect(Number(await best.getAttribute('cx'))).toBeCloseTo((240 * 190) / 2000, 0);
    expect(Number(await best.getAttribute('cy'))).toBeCloseTo(110 * (1 - Number(validation) / 1.2), 0);
    await expect(page).toHaveURL(/lab=e%3B2/);
    expect(troubles).toEqual([]);
    await keepPictures(figure);
  });

  test('without any the gap opens; the next run is compared with it', async ({ page }) => {
    const figure = await open(page);
    await train(figure);
    const gap = async () => Number(/gap (\d+\.\d+)/.exec((await summary(figure).textContent()) ?? '')?.[1] ?? 0);
    await expect.poll(gap, { timeout: 60_000 }).toBeGreaterThan(0.3);
    await press(button(figure, texts.penalty), 'Enter');
    await expect(summary(figure)).toHaveText(texts.untrained);
    await expect(figure.locator('.regularizer-before')).toHaveAttribute('d', /L/);
    await expect(button(figure, texts.penalty)).toHaveAttribute('aria-pressed', 'true');
    await press(button(figure, texts.newSeed.replace('{seed}', '2')), 'Enter');
    await expect(figure.locator('.regularizer-before')).toHaveAttribute('d', '');
  });
});

test.describe('batch norm lab', () => {
  const texts = en.figures['batchnorm-lab'];
  const open = (page: Page, query = '') => openFigure(page, `${LESSON.regularization}${query}`, '.batchnorm');
  const scatter = async (figure: Locator) =>
    Number(/scatters by ([\d.]+)\./.exec((await summary(figure).textContent()) ?? '')?.[1]);

  test('with the whole share to the new batch, evaluation uses the last batch’s mean', async ({ page }) => {
    const figure = await open(page);
    await press(figure.getByRole('slider', { name: texts.momentum }), 'End');
    // Standard deviation: √4.248 over N, √4.855 over N − 1.
    await expect(summary(figure)).toContainText(
      'the batch has mean 3.46 and standard deviation 2.06; the running ones are 3.46 and 2.20.',
    );
    await keepPictures(figure);
  });

  test('the output for one and the same x scatters less in larger batches', async ({ page }) => {
    const figure = await open(page, '?batchnorm=8;0.1;still;60');
    const size = figure.getByRole('slider', { name: texts.size });
    await press(size, 'Home');
    await expect.poll(() => scatter(figure)).toBe(0.71);
    await press(size, 'End');
    await expect.poll(() => scatter(figure)).toBe(0.15);
  });

  test('one dot per batch; drift and step are in the address', async ({ page }) => {
    const figure = await open(page);
    await press(button(figure, texts.drift), 'Enter');
    await press(button(figure, texts.next), 'Enter');
    await expect(figure.locator('.batchnorm-dot')).toHaveCount(3 * 21);
    await expect(page).toHaveURL(/batchnorm=8%3B0\.1%3Bdrift%3B21/);
  });
});

test.describe('dropout masks', () => {
  const texts = en.figures['dropout-masks'];
  const open = (page: Page, query = '') => openFigure(page, `${LESSON.regularization}${query}`, '.dropout');
  const numbers = async (figure: Locator, name: string) => {
    const found = await figure
      .getByRole('row', { name: new RegExp(`^${name}`) })
      .getByRole('cell')
      .allTextContents();
    return found.map((text) => Number(text.replace('−', '-')));
  };

  test('the output is mask times activation, and kept units are doubled at p = 0.5', async ({ page }) => {
    const figure = await open(page);
    const [x, mask, y] = [
      await numbers(figure, texts.activation),
      await numbers(figure, texts.mask),
      await numbers(figure, texts.output),
    ];
    expect(new Set(mask)).toEqual(new Set([0, 2]));
    y.forEach((value, unit) => {
      expect(value).toBeCloseTo((x[unit] ?? 0) * (mask[unit] ?? 0), 9);
    });
    await keepPictures(figure);
  });

  test('over 300 masks the mean is that without dropout when scaled, half of it when not', async ({ page }) => {
    const figure = await open(page);
    await press(figure.getByRole('slider', { name: texts.step }), 'End');
    await expect(summary(figure)).toContainText('5.45 on average; without dropout it is 5.4.');
    await press(button(figure, texts.scaled), 'Enter');
    await expect(summary(figure)).toContainText('2.73 on average');
    await expect(summary(figure)).toContainText('only about 0.5 of it');
    await expect(page).toHaveURL(/dropout=0\.5%3B300%3Bplain%3Btrain/);
  });

  test('in evaluation nothing is dropped and nothing is scaled', async ({ page }) => {
    const figure = await open(page);
    await press(button(figure, texts.evaluation), 'Enter');
    await expect(summary(figure)).toContainText('The sum is 5.4;');
    expect(await numbers(figure, texts.mask)).toEqual(Array(8).fill(1));
    expect(await numbers(figure, texts.output)).toEqual(await numbers(figure, texts.activation));
    await expect(button(figure, texts.next)).toBeDisabled();
  });
});
