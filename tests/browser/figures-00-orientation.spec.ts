import { expect, type Locator, type Page, test } from '@playwright/test';
import en from '../../messages/en.json' with { type: 'json' };
import { button, openFigure, press } from './figure-page';

const LESSON = {
  what: '/en/lessons/00-orientation.01-what-deep-learning-is',
  tensors: '/en/lessons/00-orientation.02-tensors',
  grading: '/en/lessons/00-orientation.03-how-grading-works',
};

const summary = (figure: Locator) => figure.locator('.figure-summary');

test.describe('nested sets', () => {
  const texts = en.figures['nested-sets'];
  const open = (page: Page, query = '') => openFigure(page, `${LESSON.what}${query}`, '.nested-sets');
  const menu = (figure: Locator, card: keyof typeof texts.card) =>
    figure.getByRole('combobox', { name: texts.card[card] });
  const inRegion = (figure: Locator, region: string) =>
    figure
      .locator(`[data-region="${region}"] > .sets-card`)
      .evaluateAll((cards) => cards.map((card) => card.getAttribute('data-card')));

  test('by keyboard every card finds its set, and a wrong one is told which border it missed', async ({ page }) => {
    const figure = await open(page);
    await expect(summary(figure)).toHaveText(`${texts.start} 0 of 6 placed, 0 of them right.`);

    await menu(figure, 'spam').focus();
    await menu(figure, 'spam').selectOption('dl');
    await expect(summary(figure)).toContainText(texts.notSoFar.deep);
    await menu(figure, 'spam').selectOption('ai');
    await expect(summary(figure)).toContainText(texts.further.learns);
    await menu(figure, 'spam').selectOption('ml');
    await expect(summary(figure)).toContainText(texts.why.spam);

    await menu(figure, 'thermostat').selectOption('outside');
    await menu(figure, 'astar').selectOption('ai');
    await menu(figure, 'kmeans').selectOption('ml');
    await menu(figure, 'cnn').selectOption('dl');
    await menu(figure, 'gpt').selectOption('dl');
    await expect(summary(figure)).toContainText('6 of 6 placed, 6 of them right.');
    expect(await inRegion(figure, 'outside')).toEqual(['thermostat']);
    expect(await inRegion(figure, 'ai')).toEqual(['astar']);
    expect(await inRegion(figure, 'ml')).toEqual(['kmeans', 'spam']);
    expect(await inRegion(figure, 'dl')).toEqual(['cnn', 'gpt']);
    await expect(figure.getByRole('img')).toHaveAccessibleName(/ML, but not DL: k-means, Naive Bayes spam filter\./);
    await expect(page).toHaveURL(/sets=oammdd/);

    await press(button(figure, texts.reset), 'Enter');
    await expect(summary(figure)).toContainText('0 of 6 placed');
  });

  test('each set is drawn inside the one before it', async ({ page }) => {
    const figure = await open(page);
    const boxes = await figure
      .locator('.sets-region')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
    expect(boxes).toHaveLength(4);
    boxes.slice(1).forEach((inner, i) => {
      const outer = boxes[i];
      expect(inner.left).toBeGreaterThan(outer.left);
      expect(inner.right).toBeLessThan(outer.right);
      expect(inner.top).toBeGreaterThan(outer.top);
      expect(inner.bottom).toBeLessThan(outer.bottom);
    });
  });

  test('a card dragged onto a set lies there, one dropped elsewhere stays where it was', async ({ page }) => {
    const figure = await open(page);
    const card = figure.locator('.sets-card[data-card="gpt"]');
    await card.dragTo(figure.locator('[data-region="dl"]'));
    await expect(menu(figure, 'gpt')).toHaveValue('dl');
    await expect(summary(figure)).toContainText(texts.why.gpt);
    await card.dragTo(summary(figure));
    await expect(menu(figure, 'gpt')).toHaveValue('dl');
  });
});

test.describe('broadcasting lab', () => {
  const texts = en.figures['broadcasting-lab'];
  const open = (page: Page, query = '') => openFigure(page, `${LESSON.tensors}${query}`, '.broadcasting-lab');
  const blocks = (figure: Locator, name: string) =>
    figure.getByRole('img', { name: new RegExp(`^${name.replaceAll(/[[\]+]/g, '\\$&')}: `) });
  const values = (figure: Locator, name: string) => blocks(figure, name).locator('span').allTextContents();

  test('a column and a row make a table: every sum, and what is only read again', async ({ page }) => {
    const figure = await open(page);
    await expect(summary(figure)).toContainText('[4, 1] + [3] → [4, 3]: 12 sums from 7 stored numbers.');
    expect(await values(figure, 'A + B [4, 3]')).toEqual(
      [10, 20, 30, 40].flatMap((a) => [1, 2, 3].map((b) => String(a + b))),
    );
    await expect(blocks(figure, 'A [4, 1]').locator('[data-repeated="true"]')).toHaveCount(8);
    await expect(blocks(figure, 'B [3]').locator('[data-repeated="true"]')).toHaveCount(9);
    const sheet = await blocks(figure, 'A + B [4, 3]')
      .locator('span')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
    expect(sheet[1].left).toBeGreaterThan(sheet[0].right);
    expect(sheet[3].left).toBe(sheet[0].left);
    expect(sheet[3].top).toBeGreaterThan(sheet[0].bottom);
  });

  test('[2, 3] + [2] fails at the last axis; one more axis behind repairs it', async ({ page }) => {
    const figure = await open(page);
    await press(button(figure, '[2, 3] + [2]'), 'Enter');
    await expect(summary(figure)).toHaveText('[2, 3] + [2] does not fit. Axis −1: 3 against 2, and neither is 1.');
    await expect(figure.locator('td[data-broken="true"]')).toHaveText(['3', '2', '✗']);

    // The new axis comes in front: [2, 2]. The last one becomes 1, and B is a column.
    await figure.getByRole('combobox', { name: 'Axes of B' }).selectOption('2');
    await figure.locator('.broadcast-shape').last().getByRole('combobox', { name: 'Axis 1' }).selectOption('1');
    await expect(summary(figure)).toContainText('[2, 3] + [2, 1] → [2, 3]: 6 sums from 8 stored numbers.');
    expect(await values(figure, 'A + B [2, 3]')).toEqual(['11', '21', '31', '42', '52', '62']);
    await expect(page).toHaveURL(/broadcast=2%2C3%3B2%2C1/);
    await page.reload();
    await figure.scrollIntoViewIfNeeded();
    await expect(summary(figure)).toContainText('[2, 3] + [2, 1] → [2, 3]');
    await expect(figure.getByText(texts.fromTheEnd)).toBeVisible();
  });
});

test.describe('task wheel', () => {
  const texts = en.figures['task-wheel'];
  const open = (page: Page, query = '') => openFigure(page, `${LESSON.what}${query}`, '.task-wheel');
  const cells = (figure: Locator) => figure.locator('.wheel-shapes td');

  test('the image stays while output, label and loss change with the task', async ({ page }) => {
    const figure = await open(page);
    const image = '[8, 64, 96, 3] float32';
    await expect(cells(figure)).toHaveText([image, '[8, 5] float32', '[8] int32', texts.losses.softmax]);
    await press(button(figure, texts.tasks.segmentation), 'Enter');
    await expect(cells(figure)).toHaveText([
      image,
      '[8, 64, 96, 5] float32',
      '[8, 64, 96] int32',
      texts.losses['per-pixel'],
    ]);
    await expect(summary(figure)).toContainText('H × W × K = 30,720 numbers');
    await press(button(figure, texts.tasks.vqa), 'Enter');
    await expect(cells(figure).first()).toHaveText(`${image} + [8, 16] int32`);
    await expect(figure.getByRole('img', { name: texts.pictures.vqa })).toBeVisible();
  });

  test('only segmentation grows with the image, and a link carries the settings', async ({ page }) => {
    const figure = await open(page, '?task=detection;64;5');
    const height = figure.getByRole('slider', { name: texts.height });
    await expect(summary(figure)).toContainText('= 1,000 numbers');
    await press(height, 'ArrowRight', 'ArrowRight');
    await expect(cells(figure).first()).toHaveText('[8, 128, 192, 3] float32');
    await expect(summary(figure)).toContainText('= 1,000 numbers');
    await press(button(figure, texts.tasks.segmentation), 'Enter');
    await expect(summary(figure)).toContainText('= 122,880 numbers');
    await press(figure.getByRole('slider', { name: texts.classCount }), 'Home');
    await expect(summary(figure)).toContainText('= 98,304 numbers');
    await expect(page).toHaveURL(/task=segmentation%3B128%3B4/);
  });

  test('boxes surround what they name', async ({ page }) => {
    const figure = await open(page, '?task=detection;64;5');
    const label = figure.getByRole('img', { name: texts.pictures.detection });
    const boxes = await label
      .locator('.wheel-box rect')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
    const [person, near, far, tree] = boxes;
    const things = async (selector: string) =>
      label.locator(selector).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
    const [ball, other] = await things('.wheel-ball circle');
    const pairs = [
      [near, ball],
      [far, other],
      [person, (await things('.wheel-person'))[0]],
      [tree, (await things('.wheel-tree'))[0]],
    ];
    for (const [box, thing] of pairs) {
      expect(thing.left).toBeGreaterThan(box.left - 4);
      expect(thing.right).toBeLessThan(box.right + 4);
      expect(thing.top).toBeGreaterThan(box.top - 4);
      expect(thing.bottom).toBeLessThan(box.bottom + 4);
    }
  });
});

test('skill radar: the drawing follows the sliders, names the weakest and is kept in the address', async ({ page }) => {
  const texts = en.figures['skill-radar'];
  const figure = await openFigure(page, LESSON.grading, '.skill-radar');
  await expect(summary(figure)).toHaveText(texts.even);
  await press(figure.getByRole('slider', { name: texts.skills.code }), 'End');
  await press(figure.getByRole('slider', { name: texts.skills.papers }), 'Home');
  await expect(summary(figure)).toContainText(`Furthest to go: ${texts.skills.papers}.`);
  await expect(summary(figure)).toContainText(texts.advice.papers);
  // Level 4 of the first skill is at the top of its spoke, level 0 of the fifth in the centre.
  await expect(figure.locator('.radar-shape')).toHaveAttribute('d', /^M0\.0 -70\.0L.*L-?0\.0 -?0\.0L/);
  await expect(page).toHaveURL(/skills=422202/);
});
