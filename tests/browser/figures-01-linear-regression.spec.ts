import { expect, type Locator, type Page, test } from '@playwright/test';
import en from '../../messages/en.json' with { type: 'json' };
import { button, openFigure, press } from './figure-page';

const LESSON = {
  slopes: '/en/lessons/01-linear-regression.02-derivatives-and-gradients',
  descent: '/en/lessons/01-linear-regression.03-gradient-descent',
};

const summary = (figure: Locator) => figure.locator('.figure-summary');
/** The value that stands under a name in a figure's list of facts. */
const fact = (figure: Locator, name: string) =>
  figure
    .locator('dl > div')
    .filter({ has: figure.page().getByText(name, { exact: true }) })
    .locator('dd');
const times = (count: number, key: string) => Array.from({ length: count }, () => key);

// With less motion a run is one jump to its end: no test waits for an animation.
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }));

test.describe('line and landscape', () => {
  const texts = en.figures['line-and-landscape'];
  const open = (page: Page, query = '') => openFigure(page, `${LESSON.descent}${query}`, '.landscape');
  const rate = (figure: Locator) => figure.getByRole('slider', { name: texts.rate });

  test('one step of η = 0.1 goes from (0, 0) to (2.8, 1), where the loss is 3.84', async ({ page }) => {
    const figure = await open(page, '?line=0,1 1,3 2,5 3,7 4,9;0.1;0,0;0');
    await expect(fact(figure, texts.loss)).toHaveText('33.00');
    await expect(fact(figure, '∇L = (∂L/∂w, ∂L/∂b)')).toHaveText('(−28.00, −10.00)');
    await expect(fact(figure, texts.move)).toHaveText('(2.800, 1.000)');
    const now = figure.getByRole('slider', { name: texts.start });
    await expect(now).toHaveAttribute('transform', 'translate(90.00 180.00)');
    await press(button(figure, texts.step), 'Enter');
    await expect(fact(figure, texts.loss)).toHaveText('3.840');
    // 30 units of the drawing for each unit of w and b.
    await expect(now).toHaveAttribute('transform', 'translate(174.00 150.00)');
    await press(button(figure, texts.reset), 'Enter');
    await expect(fact(figure, texts.loss)).toHaveText('33.00');
  });

  test('η decides: smooth, to and fro, and beyond 2/λmax never there', async ({ page }) => {
    const figure = await open(page, '?line=0,1 1,3 2,5 3,7 4,9;0.0708;0,0;0');
    await expect(fact(figure, 'λmax')).toHaveText('13.40');
    await expect(fact(figure, '2/λmax')).toHaveText('0.149');
    await expect(summary(figure)).toContainText(texts.smooth);
    await press(rate(figure), ...times(15, 'ArrowRight'));
    await expect(rate(figure)).toHaveAttribute('aria-valuetext', '0.1');
    await expect(summary(figure)).toContainText(texts.zigzag);
    await press(button(figure, texts.run), 'Enter');
    await expect(summary(figure)).toContainText('At rest after 83 steps');
    await expect(fact(figure, '(w, b)')).toHaveText('(2.001, 0.998)');
    await expect(button(figure, texts.run)).toBeDisabled();

    await press(rate(figure), 'End');
    await expect(summary(figure)).toContainText(texts.diverging);
    await press(button(figure, texts.reset), 'Enter');
    await press(button(figure, texts.run), 'Enter');
    await expect(fact(figure, texts.loss)).toHaveText(/^\d\.\de1\d$|^\d\.\de9$/);
    await expect(button(figure, texts.run)).toBeDisabled();
  });

  test('just below the limit it still comes to rest, just above the loss grows', async ({ page }) => {
    const figure = await open(page, '?line=0,1 1,3 2,5 3,7 4,9;0.145;0,0;0');
    await press(button(figure, texts.run), 'Enter');
    await expect(summary(figure)).toContainText('At rest after');
    await press(rate(figure), 'ArrowRight', 'ArrowRight');
    await expect(rate(figure)).toHaveAttribute('aria-valuetext', '0.151');
    await expect(summary(figure)).toContainText(texts.diverging);
  });

  test('a data point moves by arrow keys and by dragging, the optimum moves with it, a link keeps it', async ({
    page,
  }) => {
    const figure = await open(page);
    const fifth = figure.getByRole('slider', { name: 'Data point 5' });
    await press(fifth, 'ArrowUp', 'ArrowLeft');
    await expect(fifth).toHaveAttribute('aria-valuetext', 'x 3.8, y 9.5');
    await expect(figure.getByRole('combobox', { name: texts.dataset })).toHaveValue('own');
    await expect(page).toHaveURL(/line=0%2C1\+1%2C3\+2%2C5\+3%2C7\+3\.8%2C9\.5%3B0\.05/);

    // From y = 3 to y = 0 at the same x: 75 of the drawing's 300 units.
    const second = figure.getByRole('slider', { name: 'Data point 2' });
    const box = await second.boundingBox();
    const plot = await figure.locator('svg.plot').first().boundingBox();
    if (!box || !plot) throw new Error('nothing is drawn');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y + (75 * plot.width) / 338, { steps: 4 });
    await page.mouse.up();
    await expect(second).toHaveAttribute('aria-valuetext', /^x (0\.9\d|1|1\.0\d), y (0|0\.[0-2]\d?)$/);
  });

  test('x all equal makes a valley, x standardized a round bowl with one step to its bottom', async ({ page }) => {
    const figure = await open(page);
    const data = figure.getByRole('combobox', { name: texts.dataset });
    await data.selectOption('same');
    await expect(summary(figure)).toContainText(texts.rightFlat);
    await data.selectOption('standardized');
    const radii = await figure
      .locator('ellipse')
      .evaluateAll((all) => all.map((one) => Number(one.getAttribute('rx')) / Number(one.getAttribute('ry'))));
    expect(Math.max(...radii.map((ratio) => Math.abs(ratio - 1)))).toBeLessThan(0.01);
    await press(rate(figure), 'End', ...times(30, 'ArrowLeft'));
    await expect(rate(figure)).toHaveAttribute('aria-valuetext', '0.501');
    await press(button(figure, texts.step), 'Enter');
    await expect(fact(figure, texts.loss)).toHaveText('0.000');
  });
});

test.describe('secant and tangent', () => {
  const texts = en.figures['secant-tangent'];
  const open = (page: Page, query = '') => openFigure(page, `${LESSON.slopes}${query}`, '.secant');
  const step = (figure: Locator) => figure.getByRole('slider', { name: texts.h });
  const heights = (figure: Locator) =>
    figure.locator('circle[data-series]').evaluateAll((all) => all.map((dot) => Number(dot.getAttribute('cy'))));

  test('as h shrinks both secants come to the slope e, the central one sooner', async ({ page }) => {
    const figure = await open(page);
    await expect(fact(figure, texts.forward)).toContainText('4.670774');
    await expect(fact(figure, texts.central)).toContainText('3.194528');
    await press(step(figure), ...times(20, 'ArrowLeft'));
    await expect(summary(figure)).toContainText(`h = 10⁻⁵: ${texts.centralBetter}`);
    await expect(fact(figure, texts.forward)).toContainText('1.4 × 10⁻⁵');
    await expect(fact(figure, texts.central)).toContainText('5.9 × 10⁻¹¹');
    // 20 units of the drawing for each power of ten.
    const [forward = 0, central = 0] = await heights(figure);
    expect(central - forward).toBeCloseTo(20 * Math.log10(1.359e-5 / 5.858e-11), 0);
  });

  test('too small a step is worse again, and in float32 nothing is left of the slope', async ({ page }) => {
    const figure = await open(page);
    await press(step(figure), 'Home');
    await expect(summary(figure)).toContainText(texts.rounding);
    await press(button(figure, 'float32'), 'Enter');
    await expect(summary(figure)).toContainText(texts.nothingLeft);
    await expect(fact(figure, texts.forward)).toContainText('0.000000');
  });

  test('the point moves along the curve by arrow keys, and a link carries it', async ({ page }) => {
    const figure = await open(page, '?secant=sin;0.1;-3;float64');
    const point = figure.getByRole('slider', { name: texts.point, exact: true });
    await press(point, 'ArrowLeft', 'ArrowDown');
    await expect(point).toHaveAttribute('aria-valuetext', 'x = −0.1');
    await expect(fact(figure, texts.tangent)).toHaveText('0.995004');
    await expect(page).toHaveURL(/secant=sin%3B-0\.1%3B-3%3Bfloat64/);
  });
});

test.describe('stationary zoo', () => {
  const texts = en.figures['stationary-zoo'];
  const open = (page: Page, query = '') => openFigure(page, `${LESSON.slopes}${query}`, '.zoo');
  const start = (figure: Locator, axis: 'startX' | 'startY') => figure.getByRole('slider', { name: texts[axis] });

  test('in the valley a step keeps 0.8 of the way, and the ball comes to rest', async ({ page }) => {
    const figure = await open(page);
    await press(button(figure, texts.step), 'Enter');
    await expect(fact(figure, texts.place)).toHaveText('0.960');
    await press(button(figure, texts.release), 'Enter');
    await expect(summary(figure)).toContainText(texts.minimum);
  });

  test('a ball on the very top stays there, and rolls away from 0.05 beside it', async ({ page }) => {
    const figure = await open(page);
    await press(button(figure, '−x²'), 'Enter');
    await press(start(figure, 'startX'), ...times(24, 'ArrowLeft'));
    await expect(summary(figure)).toContainText(`${texts.rest} ${texts.maximum}`);
    await expect(button(figure, texts.release)).toBeDisabled();
    await press(start(figure, 'startX'), 'ArrowRight');
    await press(button(figure, texts.release), 'Enter');
    await expect(summary(figure)).toContainText(texts.gone);
  });

  test('on x³ it stops from the right, at no minimum, and runs away from the left', async ({ page }) => {
    const figure = await open(page, '?zoo=inflection;1,0;0');
    await press(button(figure, texts.release), 'Enter');
    await expect(summary(figure)).toContainText('176 steps');
    await expect(summary(figure)).toContainText(texts.inflection);
    await press(start(figure, 'startX'), 'Home');
    await press(button(figure, texts.release), 'Enter');
    await expect(summary(figure)).toContainText(texts.gone);
  });

  test('on the saddle it rests only if y is exactly 0', async ({ page }) => {
    const figure = await open(page);
    await expect(start(figure, 'startY')).toBeDisabled();
    await press(button(figure, 'x² − y²'), 'Enter');
    await press(button(figure, texts.release), 'Enter');
    await expect(summary(figure)).toContainText(`${texts.rest} ${texts.saddle}`);
    await press(start(figure, 'startY'), 'ArrowRight');
    await press(button(figure, texts.release), 'Enter');
    await expect(summary(figure)).toContainText(texts.gone);
    await expect(page).toHaveURL(/zoo=saddle%3B1\.2%2C0\.05/);
  });
});
