import { expect, type Locator, type Page, test } from '@playwright/test';
import en from '../../messages/en.json' with { type: 'json' };
import { button, keepPictures, openFigure, press } from './figure-page';
import { collectTroubles } from './troubles';

const LESSON = {
  boxes: '/en/lessons/07-vision-tasks.01-boxes-and-detection',
  pixels: '/en/lessons/07-vision-tasks.02-pixels-and-keypoints',
};

const slider = (figure: Locator, name: string) => figure.getByRole('slider', { name, exact: true });

test.describe('detection board', () => {
  const texts = en.figures['detection-board'];
  const open = (page: Page, query = '') => openFigure(page, `${LESSON.boxes}${query}`, '.detection');

  test('suppression goes decision by decision, and a suppressed box suppresses nobody', async ({ page }) => {
    const troubles = await collectTroubles(page);
    const figure = await open(page);
    const next = button(figure, texts.next);
    await press(next, 'Enter');
    await expect(figure).toContainText('A has the highest score. There is nothing to compare it with: kept.');
    await press(next, 'Enter');
    await expect(figure).toContainText('B has an IoU of 0.600 with A, which is kept. That is above 0.50: suppressed.');
    await press(next, 'Enter');
    await expect(figure).toContainText(
      'it also overlaps B, but that is suppressed, and a suppressed box suppresses nobody',
    );
    await press(button(figure, texts.back), 'Enter');
    await expect(figure).toContainText('B has an IoU of 0.600 with A');
    expect(troubles).toEqual([]);
    await keepPictures(figure);
  });

  test('equal boxes with IoU ½ share two thirds; a box is moved by keys and by the pointer', async ({ page }) => {
    const figure = await open(page);
    await press(button(figure, texts.equal), 'Enter');
    await expect(figure).toContainText('IoU 0.500. That is 66.7 % of A');
    const box = figure.getByRole('application', { name: 'Box A' }).or(figure.locator('[aria-label="Box A"]')).first();
    await press(box, 'ArrowLeft');
    await expect(figure).not.toContainText('IoU 0.500. That is');
    await expect(page).toHaveURL(/detection=/);
    const before = page.url();
    await box.scrollIntoViewIfNeeded();
    const place = await box.boundingBox();
    const { x, y, width, height } = place as NonNullable<typeof place>;
    await page.mouse.move(x + width / 3, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 3 + 30, y + height / 2 + 20, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => page.url()).not.toBe(before);
    await press(button(figure, texts.reset), 'Enter');
    await expect(figure).toContainText('Non-maximum suppression has not begun.');
  });
});

test.describe('segmentation painter', () => {
  const texts = en.figures['segmentation-painter'];
  const open = (page: Page, query = '') => openFigure(page, `${LESSON.pixels}${query}`, '.segmentation');

  test('all background is 95 % right and 31.7 % mIoU; painting by keyboard can be undone', async ({ page }) => {
    const figure = await open(page);
    await expect(figure).toContainText('pixel accuracy 95.0 %, mIoU 31.7 %');
    await press(button(figure, texts.shifted), 'Enter');
    await expect(figure).toContainText('pixel accuracy 96.0 %, mIoU 59.7 %');
    await press(button(figure, texts.perfect), 'Enter');
    await expect(figure).toContainText(texts.allRight);
    await press(figure.getByRole('application', { name: texts.board }), 'ArrowRight', 'Enter');
    await expect(figure).not.toContainText(texts.allRight);
    await press(button(figure, texts.undo), 'Enter');
    await expect(figure).toContainText(texts.allRight);
    await keepPictures(figure);
  });
});

test.describe('upsampling microscope', () => {
  const texts = en.figures['upsampling-microscope'];
  const open = (page: Page, query = '') => openFigure(page, `${LESSON.pixels}${query}`, '.upsample');

  test('three conventions read in three places, and the weights are written out', async ({ page }) => {
    const figure = await open(page);
    await expect(figure).toContainText('y[1, 1] = 0 + 0.1875 + 0.1875 + 0.125 = 0.5');
    await press(button(figure, texts.asymmetric), 'Enter');
    await expect(figure).toContainText('The middle of the picture moves');
    await press(button(figure, texts['align-corners']), 'Enter');
    await expect(figure).toContainText('The centres of the corners meet.');
    await press(button(figure, texts['half-pixel']), 'Enter');
    await press(slider(figure, texts.pixel), 'Home');
    await expect(figure).toContainText(', clamped to [0, 2]: 0');
    await press(slider(figure, texts.rows), 'ArrowLeft');
    await expect(page).toHaveURL(/upsample=/);
    await keepPictures(figure);
  });
});

test.describe('pose tolerance', () => {
  const texts = en.figures['pose-tolerance'];
  const open = (page: Page, query = '') => openFigure(page, `${LESSON.pixels}${query}`, '.pose');

  test('PCK counts visible joints within α reference lengths, and follows the reference', async ({ page }) => {
    const figure = await open(page);
    await expect(figure).toContainText('lie 9 of 12 visible joints: PCK 75.0 %');
    await press(slider(figure, texts.size), 'Home');
    await expect(figure).toContainText('PCK 41.7 %');
    await figure.getByRole('combobox', { name: texts.errors }).selectOption({ label: texts.scaled });
    await expect(figure).toContainText('PCK 75.0 %');
    await figure.getByRole('combobox', { name: texts.reference }).selectOption({ label: texts.fixed });
    await expect(figure).toContainText('PCK 100.0 %');
    await press(button(figure, texts.reset), 'Enter');
    await press(slider(figure, texts.alpha), 'End');
    await expect(figure).toContainText('PCK 100.0 %');
    await press(button(figure, texts.exact), 'Enter');
    await expect(figure).toContainText('lie 12 of 12 visible joints: PCK 100.0 %');
    await keepPictures(figure);
  });
});
