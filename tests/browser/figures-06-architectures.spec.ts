import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import en from '../../messages/en.json' with { type: 'json' };
import { button, keepPictures, openFigure, press } from './figure-page';
import { collectTroubles } from './troubles';

const LESSON = {
  first: '/en/lessons/06-cnn-architectures.01-imagenet-and-alexnet',
  second: '/en/lessons/06-cnn-architectures.02-smaller-kernels-and-branches',
  third: '/en/lessons/06-cnn-architectures.03-very-deep-networks',
};

const summary = (figure: Locator) => figure.locator('.figure-summary');

test.describe('architecture explorer', () => {
  const texts = en.figures['architecture-explorer'];
  const open = (page: Page, query = '') => openFigure(page, `${LESSON.first}${query}`, '.arch');
  const said = (figure: Locator) => figure.locator('.arch-said');
  const net = (figure: Locator, place: number) => figure.getByRole('group', { name: `Net ${place}` });
  const stage = (figure: Locator, of: string, name: string) =>
    figure.getByRole('list', { name: `Stages of ${of}` }).getByRole('button', { name: new RegExp(`^${name}\\b`) });

  test('two nets are compared stage by stage, and a stage opens to its layers', async ({ page }) => {
    const troubles = await collectTroubles(page);
    const figure = await open(page);
    await expect(said(figure)).toContainText('138,357,544 parameters, 89.4 % of them in fc6–8');
    await expect(said(figure)).toContainText('5.41 times the parameters, 3.78 times the MACs');
    await press(stage(figure, 'VGG-16', 'conv5'), 'Enter');
    const row = figure.getByRole('row', { name: /^conv5_3/ });
    await expect(row.getByRole('cell', { name: '196', exact: true })).toBeVisible();
    await expect(page).toHaveURL(/arch=vgg/);
    expect(troubles).toEqual([]);
    await keepPictures(figure);
  });

  test('an input that is too small is told, with the least that fits', async ({ page }) => {
    const figure = await open(page);
    const side = net(figure, 1).getByRole('slider', { name: texts.side.replace('{side}', '224') });
    await press(side, 'Home');
    await expect(said(figure)).toContainText('VGG-16 does not take 8×8');
    await expect(said(figure)).toContainText('The smallest input is 32×32.');
    await press(button(figure, texts.reset), 'Enter');
    await expect(said(figure)).toContainText('138,357,544 parameters');
  });

  test('published totals of every version are met, and the table and the code leave the page', async ({ page }) => {
    const figure = await open(page);
    const family = net(figure, 1).getByRole('combobox', { name: texts.net });
    const version = net(figure, 1).getByRole('combobox', { name: texts.version });
    await family.selectOption({ label: 'DenseNet' });
    await version.selectOption({ label: 'DenseNet-201' });
    await expect(said(figure)).toContainText('20,013,928 parameters');
    await family.selectOption({ label: 'GoogLeNet' });
    await expect(said(figure)).toContainText('6,998,552 parameters');
    const download = page.waitForEvent('download');
    await press(button(figure, texts.csv.replace('{net}', 'GoogLeNet')), 'Enter');
    const file = await download;
    expect(file.suggestedFilename()).toBe('googlenet-1-224-x1.csv');
    expect(readFileSync(await file.path(), 'utf8').split('\n').length).toBeGreaterThan(60);
    await press(button(figure, texts.code.replace('{net}', 'GoogLeNet')), 'Enter');
    await expect(figure.locator('pre')).toContainText('tf.layers');
  });
});

test.describe('ILSVRC timeline', () => {
  const texts = en.figures['ilsvrc-timeline'];
  const open = (page: Page, query = '') => openFigure(page, `${LESSON.first}${query}`, '.ilsvrc-timeline');
  const facts = (figure: Locator) => figure.locator('dl');

  test('entries are walked by keyboard in each view, and each view draws its own conclusion', async ({ page }) => {
    const figure = await open(page);
    await expect(facts(figure)).toContainText('60,965,224');
    await press(figure.getByRole('radio', { checked: true }), 'ArrowRight');
    await expect(facts(figure)).not.toContainText('AlexNet, 2012, first');
    await press(button(figure, texts.parametersView), 'Enter');
    await expect(summary(figure)).toContainText(texts.notMonotone);
    await press(button(figure, texts.depthView), 'Enter');
    await expect(summary(figure)).toContainText(texts.falls);
    await press(figure.getByRole('radio', { checked: true }), 'End');
    await expect(facts(figure)).toContainText('152 weight layers');
    await expect(page).toHaveURL(/ilsvrc=depth/);
    await keepPictures(figure);
  });
});

test.describe('factor it', () => {
  const texts = en.figures['factor-it'];
  const open = (page: Page, query = '') => openFigure(page, `${LESSON.second}${query}`, '.factor-it');

  test('two 3×3 in place of a 5×5 meet the goal; a single one sees less; undo takes it back', async ({ page }) => {
    const figure = await open(page);
    await press(button(figure, texts.shrink), 'Enter');
    await expect(summary(figure)).toContainText('An output sees only 3×3 instead of 5×5');
    await press(button(figure, texts.undo), 'Enter');
    await press(button(figure, texts.threes), 'Enter');
    await expect(summary(figure)).toContainText('3×3 → 3×3: 73,728 weights, 72 % of the single 5×5.');
    await expect(summary(figure)).toContainText('Goal met, and this is the best known answer');
    await figure.getByRole('combobox', { name: texts.kernel }).selectOption('7');
    await figure.getByRole('combobox', { name: texts.goal }).selectOption('squeeze');
    await press(button(figure, texts.showBest), 'Enter');
    await expect(summary(figure)).toContainText('5,632 weights');
    await expect(page).toHaveURL(/factor=7/);
    await keepPictures(figure);
  });
});

test.describe('skip lab', () => {
  const texts = en.figures['skip-lab'];
  const open = (page: Page, query = '') => openFigure(page, `${LESSON.third}${query}`, '.skip-lab');

  test('a deep plain net trains worse than a shallow one, and skip mends it', async ({ page }) => {
    const troubles = await collectTroubles(page);
    const figure = await open(page);
    await expect(summary(figure)).toContainText(texts.verdicts.early);
    await press(button(figure, texts.one), 'Enter');
    await expect(summary(figure)).toContainText('Step 1,');
    await press(button(figure, texts.play), 'Enter');
    await expect(summary(figure)).toContainText(texts.verdicts.rescued, { timeout: 60_000 });
    await press(button(figure, texts.on), 'Enter');
    await expect(figure.getByRole('img', { name: /of the net with skip/ })).toBeVisible();
    await press(button(figure, texts.reset), 'Enter');
    await expect(summary(figure)).toContainText(texts.verdicts.early);
    await press(figure.getByRole('slider', { name: texts.depth }), 'Home');
    await expect(summary(figure)).toContainText('Raise the depth.');
    expect(troubles).toEqual([]);
    await keepPictures(figure);
  });
});
