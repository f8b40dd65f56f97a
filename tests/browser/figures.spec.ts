import { expect, type Locator, type Page, test } from '@playwright/test';
import { fill } from '@/components/figures/fill';
import en from '../../messages/en.json' with { type: 'json' };
import { button, openFigure, press } from './figure-page';
import { collectTroubles } from './troubles';

const LESSON = {
  lines: '/en/lessons/02-mlp.01-from-lines-to-layers',
  backprop: '/en/lessons/02-mlp.03-backpropagation',
  softmax: '/en/lessons/02-mlp.04-softmax-and-training',
};

test.describe('softmax lab', () => {
  const texts = en.figures['softmax-lab'];
  const open = (page: Page, query = '') => openFigure(page, `${LESSON.softmax}${query}`, '.softmax-lab');
  const bars = (figure: Locator) =>
    figure
      .locator('.softmax-bar')
      .evaluateAll((all) =>
        all.map(
          (bar) => (bar.firstElementChild?.getBoundingClientRect().width ?? 0) / bar.getBoundingClientRect().width,
        ),
      );

  test('shows softmax([2, 1, 0, −1]) in numbers and in bars of that length', async ({ page }) => {
    const figure = await open(page);
    await expect(figure.locator('.softmax-p')).toHaveText(['0.6439', '0.2369', '0.0871', '0.0321']);
    await expect(figure.locator('.figure-summary')).toHaveText(
      'Class 1 is the largest with 64.4 %. Entropy: 1.37 of at most 2 bits.',
    );
    const widths = await bars(figure);
    [0.6439, 0.2369, 0.0871, 0.0321].forEach((p, k) => {
      expect(widths[k]).toBeCloseTo(p, 1);
    });
  });

  test('a constant of 100 breaks the naive form and not the stable one', async ({ page }) => {
    const figure = await open(page);
    await press(figure.getByRole('slider', { name: texts.shift }), 'End');
    await expect(figure.locator('.figure-summary')).toHaveText(texts.summaryBroken);
    await expect(figure.locator('.softmax-p').first()).toHaveText('NaN');
    await press(button(figure, texts.stable), 'Enter');
    await expect(figure.locator('.softmax-p')).toHaveText(['0.6439', '0.2369', '0.0871', '0.0321']);
  });

  test('temperature and logits move the distribution by arrow keys, and a link carries them', async ({ page }) => {
    const figure = await open(page);
    await press(figure.getByRole('slider', { name: texts.temperature }), 'Home');
    await expect(figure.locator('.softmax-p').first()).toHaveText('1.0000');
    await press(figure.getByRole('slider', { name: texts.temperature }), 'End');
    await press(figure.getByRole('slider', { name: 'Logit of class 4' }), 'End', 'ArrowLeft');
    // exp([2, 1, 0, 4.9] ÷ 10) over its sum.
    await expect(figure.locator('.softmax-p')).toHaveText(['0.2463', '0.2229', '0.2017', '0.3292']);
    await expect(page).toHaveURL(/softmax=2%2C1%2C0%2C4\.9%3B0%3B10%3Bnaive/);
    await page.reload();
    await figure.scrollIntoViewIfNeeded();
    await expect(figure.locator('.softmax-p').last()).toHaveText('0.3292');
  });
});

test.describe('backprop stepper', () => {
  const texts = en.figures['backprop-stepper'];
  const open = (page: Page, query = '') => openFigure(page, `${LESSON.backprop}${query}`, '.backprop');
  const lines = (figure: Locator) => figure.locator('.backprop-line');

  // Worked out by hand for x = (1, 2), W₁ = [[1, −1], [½, 1]], W₂ = [[1, ½], [−1, 0]], t = (2, 0).
  const BY_HAND = [
    [/^a₁ = .* = 2$/, /^a₂ = .* = 1$/],
    [/^h₁ = .* = 2$/, /^h₂ = .* = 1$/],
    [/^z₁ = .* = 1$/, /^z₂ = .* = 1$/],
    [/^L = .* = 1$/],
    [/^dz₁ = .* = −1$/, /^dz₂ = .* = 1$/],
    [/→z₁\) = .* = −2$/, /→z₂\) = .* = 2$/, /→z₁\) = .* = −1$/, /→z₂\) = .* = 1$/],
    [/^dh₁ = .* = −0\.5$/, /^dh₂ = .* = 1$/],
    [/^da₁ = .* = −0\.5$/, /^da₂ = .* = 1$/],
    [/→a₁\) = .* = −0\.5$/, /→a₂\) = .* = 1$/, /→a₁\) = .* = −1$/, /→a₂\) = .* = 2$/],
    [/^dx₁ = .* = −1\.5$/, /^dx₂ = .* = 0\.75$/],
  ];

  test('ten presses of Enter go forward and backward through the numbers that one gets by hand', async ({ page }) => {
    const figure = await open(page);
    for (const expected of BY_HAND) {
      await press(button(figure, texts.next), 'Enter');
      await expect(lines(figure)).toHaveText(expected);
    }
    await expect(button(figure, texts.next)).toBeDisabled();
    await press(button(figure, texts.back), 'Enter');
    await expect(lines(figure)).toHaveText(BY_HAND.at(-2) ?? []);
    await press(button(figure, texts.reset), 'Enter');
    await expect(figure.getByText(texts.input)).toBeVisible();
  });

  test('the quiz refuses a wrong number, takes the right one, and a link carries it all', async ({ page }) => {
    const figure = await open(page, '?backprop=1;2;7;1');
    await expect(lines(figure).first()).toHaveText('dh₁ = ?');
    await press(figure.getByRole('textbox', { name: 'What is dh₁?' }));
    await page.keyboard.type('0.5');
    await page.keyboard.press('Enter');
    await expect(figure.getByText(texts.wrong)).toBeVisible();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('-0.5');
    await page.keyboard.press('Enter');
    await expect(lines(figure).first()).toHaveText(/^dh₁ = .* = −0\.5$/);
  });

  test('with x₂ at 0 the second unit is off and passes no slope on', async ({ page }) => {
    const figure = await open(page, '?backprop=1;2;8;0');
    await press(figure.getByRole('slider', { name: 'x₂' }), 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
    await expect(lines(figure).last()).toHaveText(/^da₂ = .* = 0$/);
    await expect(page).toHaveURL(/backprop=1%3B0%3B8%3B0/);
  });
});

test.describe('init lab', () => {
  const texts = en.figures['init-lab'];
  const open = (page: Page, query = '') => openFigure(page, `${LESSON.softmax}${query}`, '.init-lab');
  /** Shares per bin of the last layer, read back from the drawn bars: their height is the share's square root. */
  const shares = (figure: Locator) =>
    figure
      .locator('.init-layers svg')
      .last()
      .locator('rect')
      .evaluateAll((bars) => bars.map((bar) => (Number(bar.getAttribute('height')) / 12) ** 2));

  test('He’s scale keeps the signal of ReLU, a smaller one lets it vanish, a larger one explode', async ({ page }) => {
    const figure = await open(page);
    const scale = figure.getByRole('slider', { name: texts.gain });
    await press(button(figure, texts.he), 'Enter');
    await expect(figure.getByText(texts.kept)).toBeVisible();
    await expect(scale).toHaveAttribute('aria-valuetext', '1.41');
    await press(scale, 'End');
    await expect(figure.getByText(texts.exploding)).toBeVisible();
    await press(scale, 'Home');
    await expect(figure.getByText(texts.vanishing)).toBeVisible();
    // At scale 0 all is 0: the first bin holds everything.
    const [first, ...rest] = await shares(figure);
    expect(first).toBeCloseTo(1, 3);
    expect(Math.max(...rest)).toBe(0);
  });

  test('tanh saturates at scale 3: its histogram stands at both ends', async ({ page }) => {
    const figure = await open(page, '?init=relu;3');
    await press(button(figure, 'tanh'), 'Enter');
    await expect(figure.getByText(texts.saturated)).toBeVisible();
    const bins = await shares(figure);
    expect(bins.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 1);
    expect((bins[0] ?? 0) + (bins.at(-1) ?? 0)).toBeGreaterThan(0.4);
    await press(button(figure, texts.lecun), 'Enter');
    await expect(figure.getByText(texts.kept)).toBeVisible();
    await expect(page).toHaveURL(/init=tanh%3B1/);
  });
});

test.describe('live decision boundary', () => {
  const texts = en.figures['decision-boundary'];
  const open = (page: Page, query = '') => openFigure(page, `${LESSON.lines}${query}`, '.boundary');
  const summary = (figure: Locator) => figure.locator('.boundary-summary');
  const backend = (figure: Locator) => figure.locator('.boundary-backend');
  const NAMED = /Computed on (the CPU|WebGPU) in a worker/;
  /** What the summary says: steps made and the loss after them. NaN before training. */
  const reading = async (figure: Locator) => {
    const [, steps, loss] =
      /After (\d+) steps the loss is ([\d.]+)/.exec((await summary(figure).textContent()) ?? '') ?? [];
    return { steps: Number(steps), loss: Number(loss) };
  };

  test('trains under the site’s policy: the loss falls, pause and step and reset do what they say', async ({
    page,
  }) => {
    const troubles = await collectTroubles(page);
    const figure = await open(page, '?boundary=circles;1;8;tanh;1;1');
    await expect(backend(figure)).toHaveText(texts.notLoaded);
    await expect(summary(figure)).toContainText(texts.untrained);

    await press(button(figure, texts.step), 'Enter');
    await expect(summary(figure)).toContainText('After 1 steps');
    await expect(backend(figure)).toHaveText(NAMED);
    const before = await reading(figure);

    await press(button(figure, texts.play), 'Enter');
    await expect.poll(async () => (await reading(figure)).loss).toBeLessThan(0.8 * before.loss);
    await press(button(figure, texts.pause), 'Enter');
    await expect(button(figure, texts.play)).toBeVisible();

    // The worker answers in order: once this step is drawn, nothing that was asked for before is still to come.
    await press(button(figure, texts.step), 'Enter');
    await expect.poll(async () => (await reading(figure)).steps % 4).toBe(2);
    const { steps } = await reading(figure);
    await press(button(figure, texts.step), 'Enter');
    await expect(summary(figure)).toContainText(`After ${steps + 1} steps`);
    await expect(figure.locator('.boundary-curve')).toHaveAttribute('d', /L/);

    await press(button(figure, texts.reset), 'Enter');
    await expect(summary(figure)).toContainText(texts.untrained);
    expect(troubles).toEqual([]);
  });

  test('without a nonlinear activation the boundary is a straight line, whatever the depth', async ({ page }) => {
    const figure = await open(page, '?boundary=circles;3;8;identity;0.1;1');
    await press(button(figure, texts.step), 'Enter');
    await expect(summary(figure)).toContainText('After 1 steps');
    await expect(summary(figure)).toContainText(texts.straight);
    const points = await figure
      .locator('.boundary-line')
      .evaluate((line) =>
        [...(line.getAttribute('d') ?? '').matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(
          ([, x, y]) => [Number(x), Number(y)] as const,
        ),
      );
    // Every point of the contour lies on the line through its two furthest, to the drawing's two decimals.
    const sorted = points.toSorted(([x0, y0], [x1, y1]) => x0 - x1 || y0 - y1);
    const [x0, y0] = sorted[0] ?? [0, 0];
    const [x1, y1] = sorted.at(-1) ?? [0, 0];
    const length = Math.hypot(x1 - x0, y1 - y0);
    expect(length).toBeGreaterThan(10);
    const off = points.map(([x, y]) => Math.abs((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0)) / length);
    expect(Math.max(...off)).toBeLessThan(0.05);
  });

  test('own points are drawn by pointer and by keyboard, taken back, loaded as CSV, carried by a link and trained on', async ({
    page,
  }) => {
    const figure = await open(page, '?boundary=own;1;4;tanh;1;1');
    const board = figure.getByRole('application', { name: texts.board });
    const drawn = figure.locator('.boundary-points [data-label]');
    await expect(button(figure, texts.play)).toBeDisabled();
    await expect(backend(figure)).toHaveText(texts.needsBoth);

    await board.click({ position: { x: 60, y: 60 } });
    await expect(drawn).toHaveCount(1);
    await figure.getByRole('combobox', { name: texts.nextPoint }).selectOption(texts.class0);
    for (const key of ['Shift+ArrowRight', 'Shift+ArrowRight', 'ArrowDown', 'Enter']) await board.press(key);
    await expect(figure.locator('.boundary-points [data-label="0"]')).toHaveCount(1);
    await board.press('Enter');
    await expect(drawn).toHaveCount(1);
    await board.press('Control+z');
    await expect(drawn).toHaveCount(2);

    await figure.getByText(texts.csv).click();
    const csv = figure.getByRole('textbox');
    await expect(csv).toHaveValue(/^x,y,class\n/);
    await csv.fill('0,0,a\n10,oops,b');
    await press(button(figure, texts.csvLoad), 'Enter');
    await expect(figure.getByText(fill(texts.csvNumber, { line: 2 }))).toBeVisible();
    await expect(drawn).toHaveCount(2);
    await csv.fill('0,0,a\n10,0,b\n0,10,a\n10,10,b');
    await press(button(figure, texts.csvLoad), 'Enter');
    await expect(figure.getByText(texts.csvScaled)).toBeVisible();
    await expect(drawn).toHaveCount(4);

    await expect(page).toHaveURL(/boundary=own%3B1%3B4%3Btanh%3B1%3B1%3B[01a-z0-9]{20}/);
    await page.reload();
    await figure.scrollIntoViewIfNeeded();
    await expect(drawn).toHaveCount(4);
    await press(button(figure, texts.play), 'Enter');
    await expect(summary(figure)).toContainText('100.0 % of the points');
  });

  test('each hidden unit has a map, and a pressed one is shown large', async ({ page }) => {
    const figure = await open(page, '?boundary=xor;2;3;relu;0.3;1');
    const units = figure.getByRole('button', { name: /^Layer \d, unit \d$/ });
    await expect(units).toHaveCount(6);
    /** Red of a row of pixels, a tenth of the plane apart. Software and hardware smooth a little differently. */
    const picture = () =>
      figure.locator('canvas.boundary-heat').evaluate((c: HTMLCanvasElement) => {
        const context = c.getContext('2d') as CanvasRenderingContext2D;
        const at = (tenth: number) =>
          context.getImageData((c.width * tenth) / 10, (c.height * tenth) / 10, 1, 1).data[0];
        return Array.from({ length: 9 }, (_, i) => at(i + 1) ?? 0);
      });
    await press(button(figure, texts.step), 'Enter');
    await expect(summary(figure)).toContainText('After 1 steps');
    const output = await picture();
    const difference = async () =>
      Math.max(...(await picture()).map((red, i) => Math.abs(red - (output[i] as number))));
    await press(units.nth(4), 'Enter');
    await expect(units.nth(4)).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(difference).toBeGreaterThan(20);
    await press(units.nth(4), 'Enter');
    await expect.poll(difference).toBeLessThan(8);
    // A unit's own picture is no blank: it has more than one colour.
    const colours = await units
      .nth(4)
      .locator('canvas')
      .evaluate((c: HTMLCanvasElement) => {
        const { data } = (c.getContext('2d') as CanvasRenderingContext2D).getImageData(0, 0, c.width, c.height);
        return new Set(Array.from({ length: data.length / 4 }, (_, i) => data.slice(4 * i, 4 * i + 3).join())).size;
      });
    expect(colours).toBeGreaterThan(3);
  });

  test('settings chosen by keyboard are in the address and come back from it', async ({ page }) => {
    const figure = await open(page);
    await figure.getByRole('combobox', { name: texts.dataset }).selectOption('spirals');
    await figure.getByRole('combobox', { name: texts.activation }).selectOption('relu');
    await press(figure.getByRole('slider', { name: texts.depth }), 'End');
    await press(figure.getByRole('slider', { name: texts.width }), 'End', 'ArrowLeft');
    await expect(page).toHaveURL(/boundary=spirals%3B3%3B15%3Brelu%3B0\.3%3B1/);
    await page.reload();
    await figure.scrollIntoViewIfNeeded();
    await expect(summary(figure)).toContainText('Spirals. Hidden: 3 × 15 units, activation ReLU.');
  });
});
