import { expect, type Locator, type Page, test } from '@playwright/test';
import en from '../../messages/en.json' with { type: 'json' };
import { button, openFigure, press } from './figure-page';

const LESSON = {
  likelihood: '/en/lessons/03-likelihood.01-probability-and-likelihood',
  maximum: '/en/lessons/03-likelihood.02-maximum-likelihood',
  divergence: '/en/lessons/03-likelihood.03-cross-entropy-and-kl',
};

const summary = (figure: Locator) => figure.locator('.figure-summary');
const slider = (figure: Locator, name: string) => figure.getByRole('slider', { name });
const times = (count: number, key: string) => Array.from({ length: count }, () => key);

/** Presses the mouse at an element's middle and lets go at a place of its SVG, in units of the viewBox. */
async function drag(element: Locator, [x, y]: [number, number]): Promise<void> {
  const place = await element.evaluate(
    (one: SVGGraphicsElement, to) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      const svg = one.ownerSVGElement as SVGSVGElement;
      const end = new DOMPoint(to[0], to[1]).matrixTransform(svg.getScreenCTM() as DOMMatrix);
      return { from: [left + width / 2, top + height / 2] as const, to: [end.x, end.y] as const };
    },
    [x, y] as const,
  );
  const { mouse } = element.page();
  await mouse.move(...place.from);
  await mouse.down();
  await mouse.move(...place.to, { steps: 4 });
  await mouse.up();
}

test.describe('coin likelihood', () => {
  const texts = en.figures['coin-likelihood'];
  const open = (page: Page, query = '') => openFigure(page, `${LESSON.likelihood}${query}`, '.coin-likelihood');

  test('a row is the distribution of one coin: its bars are 1, 10, 45, … of 1024 high', async ({ page }) => {
    const figure = await open(page);
    await expect(figure.locator('td[data-read="row"]')).toHaveText([
      '0',
      '1',
      '4',
      '12',
      '21',
      '25',
      '21',
      '12',
      '4',
      '1',
      '0',
    ]);
    await expect(summary(figure)).toContainText('P(k = 7) = 0.1172. The row adds up to 1');
    const heights = await figure
      .locator('svg rect')
      .evaluateAll((bars) => bars.map((bar) => Number(bar.getAttribute('height'))));
    // 252 of 1024, the largest, is drawn 165 units high.
    [1, 10, 45, 120, 210, 252, 210, 120, 45, 10, 1].forEach((ways, k) => {
      expect(heights[k]).toBeCloseTo((165 * ways) / 252, 1);
    });
  });

  test('a column is a likelihood: 2.277 times as much for 0.7 as for 0.5, and its area is no 1', async ({ page }) => {
    const figure = await open(page);
    await press(button(figure, texts.column), 'Enter');
    await press(slider(figure, texts.theta), 'ArrowRight', 'ArrowRight');
    await expect(summary(figure)).toContainText('L(0.7) = 0.2668, which is 2.277 times L(0.5)');
    await expect(summary(figure)).toContainText('the area under the curve is 0.0909');
    await expect(figure.locator('td[data-read="column"]')).toHaveText([
      '0',
      '0',
      '0',
      '1',
      '4',
      '12',
      '21',
      '27',
      '20',
      '6',
      '0',
    ]);
    // The maximum of the curve is where the stem stands: at its full height.
    await expect(figure.locator('.figure-stems circle')).toHaveAttribute('cy', '15.00');
    await expect(page).toHaveURL(/coin=10%3B7%3B7%3Bcolumn/);
  });

  test('after one toss of heads the likelihood is a straight line', async ({ page }) => {
    const figure = await open(page, '?coin=10;7;3;column');
    await press(slider(figure, texts.tosses), 'Home');
    await expect(slider(figure, texts.heads)).toHaveValue('1');
    await expect(summary(figure)).toContainText('area under the curve is 0.5000');
    await expect(figure.locator('.figure-stems circle')).toHaveAttribute('cy', (180 - 165 * 0.3).toFixed(2));
  });
});

test.describe('movable Gaussian', () => {
  const texts = en.figures['movable-gaussian'];
  const open = (page: Page, query = '') => openFigure(page, `${LESSON.maximum}${query}`, '.movable-gaussian');

  test('by keyboard to the maximum of 1, 2, 4, 5: mean 3, deviation 1.58, log-likelihood −7.5083', async ({ page }) => {
    const figure = await open(page, '?gaussian=spread;2.98;1.56');
    await expect(summary(figure)).toContainText('The maximum is 0.00 higher');
    await press(slider(figure, texts.mu), 'ArrowRight', 'ArrowRight');
    await press(slider(figure, texts.sigma), 'ArrowRight', 'ArrowRight');
    await expect(summary(figure)).toHaveText(
      `μ = 3.00, σ = 1.58: likelihood 5.48e−4, log-likelihood −7.5083. ${texts.atMaximum}`,
    );
    await expect(page).toHaveURL(/gaussian=spread%3B3%3B1\.58/);
    await expect(figure.locator('[data-name="μ"] .figure-knob')).toHaveAttribute('cx', '170.00');
  });

  test('data ten times as narrow have a positive log-likelihood and a density above 1', async ({ page }) => {
    const figure = await open(page);
    await figure.getByRole('combobox', { name: texts.data }).selectOption('tight');
    await press(button(figure, texts.jump), 'Enter');
    await expect(figure.locator('tfoot td')).toHaveText(['product 5.4849', 'sum 1.7020']);
    await expect(summary(figure)).toContainText('The peak of the density is 2.52, above 1.');
    await expect(summary(figure)).toContainText(texts.atMaximum);
  });

  test('the handles and the map follow the mouse', async ({ page }) => {
    const figure = await open(page);
    await drag(figure.locator('[data-name="μ"] .figure-knob'), [30 + (280 * 4) / 6, 60]);
    await expect(slider(figure, texts.mu)).toHaveAttribute('aria-valuetext', '4.00');
    // The shoulder stands at μ + σ: at 5.5 it makes σ 1.5.
    await drag(figure.locator('[data-name="σ"] .figure-knob'), [30 + (280 * 5.5) / 6, 60]);
    await expect(slider(figure, texts.sigma)).toHaveAttribute('aria-valuetext', '1.50');
    // The left edge of the map is μ = 0; halfway up is √(0.1 · 3) = 0.55.
    await drag(figure.locator('.gaussian-frame'), [0, 85]);
    await expect(slider(figure, texts.mu)).toHaveAttribute('aria-valuetext', '0.00');
    await expect(slider(figure, texts.sigma)).toHaveAttribute('aria-valuetext', '0.55');
  });
});

test.describe('underflow race', () => {
  const texts = en.figures['underflow-race'];
  const open = (page: Page, query = '') => openFigure(page, `${LESSON.maximum}${query}`, '.underflow-race');

  test('½ⁿ is the smallest float32 at n = 149 and 0 at n = 150, where the sum of logs is −103.972', async ({
    page,
  }) => {
    const figure = await open(page, '?underflow=0.5;149');
    await expect(figure.locator('td')).toHaveText(['1.40e−45', '1.40e−45', /^−103\.27/, '−103.279']);
    await expect(summary(figure)).toContainText(texts.thin);
    await press(slider(figure, texts.count), 'ArrowRight');
    await expect(figure.locator('td')).toHaveText(['0', '7.01e−46', '−103.972', '−103.972']);
    await expect(summary(figure)).toContainText(texts.dead);
    await expect(figure.locator('.underflow-end')).toBeVisible();
  });

  test('with less motion a run is one jump; at p = 0.7 the product ends up stuck', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const figure = await open(page, '?underflow=0.7;0');
    await press(button(figure, texts.play), 'Enter');
    await expect(slider(figure, texts.count)).toHaveValue('300');
    await expect(summary(figure)).toContainText(texts.stuck);
    await expect(figure.locator('td').first()).toHaveText('1.40e−45');
    await expect(figure.locator('td').last()).toHaveText('−107.002');
  });

  test('a run counts up, and Pause holds it', async ({ page }) => {
    const figure = await open(page, '?underflow=0.1;10');
    await press(button(figure, texts.play), 'Enter');
    await expect(figure.locator('.underflow-end')).toBeVisible();
    await press(button(figure, texts.pause), 'Enter');
    await expect(button(figure, texts.play)).toBeVisible();
    const held = await slider(figure, texts.count).inputValue();
    await press(slider(figure, texts.count), 'ArrowLeft');
    await expect(slider(figure, texts.count)).toHaveValue(String(Number(held) - 1));
  });
});

test.describe('KL lab', () => {
  const texts = en.figures['kl-lab'];
  const open = (page: Page, query = '') => openFigure(page, `${LESSON.divergence}${query}`, '.kl-lab');
  const totals = (figure: Locator) => figure.locator('tfoot td');

  test('(½, ½) and (0.9, 0.1) diverge by 0.511, and by 0.368 the other way round', async ({ page }) => {
    const figure = await open(page);
    await press(button(figure, texts.worked), 'Enter');
    await expect(totals(figure)).toHaveText(['1', '1', '0.511', '0.368']);
    await expect(summary(figure)).toContainText('H(p) = 0.693, H(p, q) = 1.204, KL(p‖q) = 0.511');
    // Bars of p and q in bin A: 0.5 and 0.9 of 155 units.
    await expect(figure.locator('.figure-bar-1').first()).toHaveAttribute('height', '77.50');
    await expect(figure.locator('.figure-bar-2').first()).toHaveAttribute('height', '139.50');
    await press(button(figure, texts.swap), 'Enter');
    await expect(totals(figure)).toHaveText(['1', '1', '0.368', '0.511']);
    await expect(page).toHaveURL(/kl=9%2C1%2C0%2C0%3B5%2C5%2C0%2C0/);
  });

  test('a bin that q leaves out costs infinitely much until it gets the least weight', async ({ page }) => {
    const figure = await open(page);
    await press(button(figure, texts.missing), 'Enter');
    await expect(totals(figure).nth(2)).toHaveText('∞');
    await expect(totals(figure).nth(3)).not.toHaveText('∞');
    await expect(summary(figure)).toContainText(texts.infinite);
    await press(slider(figure, 'q, bin D: weight'), 'ArrowRight');
    // p = (4, 3, 2, 1)/10, q = (5, 3, 2, 1)/11.
    await expect(totals(figure).nth(2)).toHaveText('0.006');
    await press(button(figure, texts.copy), 'Enter');
    await expect(summary(figure)).toContainText(texts.equal);
  });

  test('a bar follows the mouse, and the last weight cannot be taken away', async ({ page }) => {
    const figure = await open(page, '?kl=5,5,0,0;1,1,1,1');
    // p’s bar A to 0.375 of 0.6 shown: weight 3 beside 5.
    await drag(figure.locator('.figure-bar-1').first(), [10, 170 - (155 * 0.375) / 0.6]);
    await expect(slider(figure, 'p, bin A: weight')).toHaveValue('3');
    await press(slider(figure, 'p, bin A: weight'), 'Home');
    await press(slider(figure, 'p, bin B: weight'), ...times(6, 'ArrowLeft'));
    await expect(slider(figure, 'p, bin B: weight')).toHaveValue('1');
  });
});
