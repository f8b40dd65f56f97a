import { expect, type Locator, type Page, test } from '@playwright/test';
import en from '../../messages/en.json' with { type: 'json' };
import { button, openFigure, press } from './figure-page';

const LESSON = {
  generalization: '/en/lessons/04-optimization.01-generalization',
  ensembles: '/en/lessons/04-optimization.02-bias-variance-and-ensembles',
};

const slider = (figure: Locator, name: string) => figure.getByRole('slider', { name });
const summary = (figure: Locator) => figure.locator('.figure-summary');
test.describe('capacity dial', () => {
  const texts = en.figures['capacity-dial'];
  const open = (page: Page, query = '') => openFigure(page, `${LESSON.generalization}${query}`, '.capacity-dial');
  /** Heights of the whole column of each degree, out of 200. */
  const columns = (figure: Locator) =>
    figure
      .locator('.error-plot g')
      .evaluateAll((all) =>
        all.map((g) => [...g.querySelectorAll('rect')].reduce((sum, r) => sum + Number(r.getAttribute('height')), 0)),
      );

  test('the expected test error is a U with its lowest column at degree 5', async ({ page }) => {
    const figure = await open(page);
    await expect(summary(figure)).toContainText(
      'bias² 0.085 + variance 0.016 + noise 0.090 = expected test error 0.191',
    );
    await expect(summary(figure)).toContainText(texts.stiff);
    const heights = await columns(figure);
    expect(heights).toHaveLength(16);
    expect(heights.indexOf(Math.min(...heights))).toBe(5);
    // 0.5693 and 0.1157 (NumPy) on an axis that ends 15 % above the first.
    expect((heights[5] ?? 0) / (heights[0] ?? 1)).toBeCloseTo(0.1157 / 0.5693, 2);
  });

  test('by keyboard to degree 15: little training error, much variance, which more points take away', async ({
    page,
  }) => {
    const figure = await open(page);
    await press(slider(figure, texts.degree), 'End');
    await expect(summary(figure)).toContainText('training error 0.021');
    await expect(summary(figure)).toContainText(texts.free);
    const [, variance] = /variance ([\d.]+)/.exec((await summary(figure).textContent()) ?? '') ?? [];
    expect(Number(variance)).toBeCloseTo(0.878, 2);
    await press(slider(figure, texts.pointsPerSample), 'End');
    await expect(summary(figure)).toContainText('variance 0.022');
    await expect(page).toHaveURL(/capacity=15%3B60%3B0\.3%3B1/);
  });

  test('a new sample moves the fit and leaves the expectation; without noise all fits are one', async ({ page }) => {
    const figure = await open(page, '?capacity=5;20;0.3;1');
    const fit = figure.locator('.curve-plot [data-part="fit"]');
    const before = await fit.getAttribute('d');
    await press(button(figure, texts.resample), 'Enter');
    await expect(fit).not.toHaveAttribute('d', before ?? '');
    await expect(summary(figure)).toContainText('expected test error 0.116');
    await press(slider(figure, texts.sigma), 'Home');
    const drawn = await figure.locator('.curve-cloud path').evaluateAll((all) => all.map((p) => p.getAttribute('d')));
    expect(drawn).toHaveLength(29);
    expect(new Set(drawn).size).toBe(1);
    await expect(summary(figure)).toContainText('variance 0.000 + noise 0.000');
  });
});

test.describe('k-fold board', () => {
  const texts = en.figures['kfold-board'];
  const open = (page: Page, query = '') => openFigure(page, `${LESSON.generalization}${query}`, '.kfold-board');
  const mean = async (figure: Locator) =>
    Number(/drawings: (\d+) %/.exec((await summary(figure).textContent()) ?? '')?.[1]);
  /** Columns of the validation cells of each row. */
  const validation = (figure: Locator) =>
    figure
      .locator('.kfold-cells g')
      .evaluateAll((rows) =>
        rows.map((row) =>
          [...row.querySelectorAll('[data-part^="class"]')].flatMap((path) =>
            [...(path.getAttribute('d') ?? '').matchAll(/M(\d+)/g)].map(([, column]) => Number(column)),
          ),
        ),
      );

  test('every example is validated once, whatever k is', async ({ page }) => {
    const figure = await open(page);
    const sorted = (rows: number[][]) => rows.flat().toSorted((a, b) => a - b);
    const all = Array.from({ length: 40 }, (_, i) => i);
    expect(sorted(await validation(figure))).toEqual(all);
    await press(slider(figure, texts.k), 'ArrowRight', 'ArrowRight');
    await expect(figure.locator('.kfold-scores li')).toHaveCount(7);
    const rows = await validation(figure);
    expect(rows.map((row) => row.length)).toEqual([6, 6, 6, 6, 6, 5, 5]);
    expect(sorted(rows)).toEqual(all);
    await press(slider(figure, texts.k), 'End');
    await expect(summary(figure)).toContainText('Leave-one-out, 40 folds of one');
    expect((await validation(figure)).map((row) => row.length)).toEqual(Array(40).fill(1));
  });

  test('selecting features before the split makes noise look like a discovery', async ({ page }) => {
    const figure = await open(page);
    expect(Math.abs((await mean(figure)) - 50)).toBeLessThan(7);
    await expect(figure.getByText(texts.noneVerdict)).toBeVisible();
    await figure.getByRole('combobox', { name: texts.leak }).selectOption('selection');
    await expect(figure.getByText(texts.selectionVerdict)).toBeVisible();
    expect(await mean(figure)).toBeGreaterThan(85);
    const fresh = /new examples: (\d+) %/.exec((await summary(figure).textContent()) ?? '')?.[1];
    expect(Math.abs(Number(fresh) - 50)).toBeLessThan(5);
    // The dots stand where the numbers say: the axis runs from 18 to 302.
    const at = await figure
      .locator('.kfold-dot')
      .evaluateAll((dots) => dots.map((dot) => (Number(dot.getAttribute('cx')) - 18) / 284));
    expect(at).toHaveLength(20);
    expect(Math.min(...at)).toBeGreaterThan(0.7);
    await expect(page).toHaveURL(/kfold=5%3Bshuffled%3Bselection%3B1/);
  });

  test('stratified folds hold four of each class', async ({ page }) => {
    const figure = await open(page);
    await press(button(figure, texts.stratified), 'Enter');
    await expect(figure.locator('.kfold-scores li')).toHaveText(Array(5).fill(/\(4 \+ 4\)$/));
    await press(button(figure, 'New noise (now 1 of 20)'), 'Enter');
    await expect(page).toHaveURL(/kfold=5%3Bstratified%3Bnone%3B2/);
  });
});

test.describe('bootstrap bags', () => {
  const texts = en.figures['bootstrap-bags'];
  const open = (page: Page, query = '') => openFigure(page, `${LESSON.ensembles}${query}`, '.bootstrap-bags');
  const reading = async (figure: Locator) => {
    const found = /single model (\d\.\d+) = error of their average (\d\.\d+) \+ spread around it (\d\.\d+)/.exec(
      (await summary(figure).textContent()) ?? '',
    );
    return (found ?? []).slice(1).map(Number);
  };

  test('a bag holds sixteen draws, and what it leaves out is hollow in the plot', async ({ page }) => {
    const figure = await open(page);
    // A row's texts: its name, a text of equal digits for each number of draws, and how many are out.
    const rows = await figure
      .locator('.bags-table > g')
      .evaluateAll((all) =>
        all.map((row) =>
          [...row.querySelectorAll('[data-times]')].map((text) => [...(text.textContent ?? '')].map(Number)),
        ),
      );
    expect(rows).toHaveLength(8);
    expect(rows.map((row) => row.flat().reduce((sum, times) => sum + times, 0))).toEqual(Array(8).fill(16));
    await press(slider(figure, texts.shown), 'ArrowRight', 'ArrowRight');
    const out = 16 - (rows[2]?.flat().length ?? 0);
    await expect(figure.locator('.curve-plot [data-part="out"]')).toHaveCount(out);
    await expect(summary(figure)).toContainText(`Bag 3 leaves out ${out} of 16`);
  });

  test('fifty trees: single error = error of the average + spread; the line gains nothing', async ({ page }) => {
    const figure = await open(page);
    await press(slider(figure, texts.bags), 'End');
    await expect(summary(figure)).toContainText('the 50 bags');
    const [single = 0, averaged = 0, spread = 0] = await reading(figure);
    expect(averaged + spread).toBeCloseTo(single, 2);
    expect(averaged).toBeLessThan(0.5 * 0.157);
    await expect(summary(figure)).toContainText('One model of all examples: 0.157.');
    await figure.getByRole('combobox', { name: texts.model }).selectOption('line');
    await expect(summary(figure)).toContainText('One model of all examples: 0.493.');
    expect((await reading(figure))[1]).toBeCloseTo(0.493, 1);
    await expect(page).toHaveURL(/bags=50%3B1%3Bline%3B1/);
  });

  test('with one bag there is nothing to average', async ({ page }) => {
    const figure = await open(page);
    await press(slider(figure, texts.bags), 'Home');
    await expect(summary(figure)).toContainText('spread around it 0.000');
    const plot = figure.locator('.curve-plot');
    const one = (await plot.locator('[data-part="fit"]').getAttribute('d')) ?? '';
    await expect(plot.locator('[data-part="mean"]')).toHaveAttribute('d', one);
  });
});

test.describe('boosting steps', () => {
  const texts = en.figures['boosting-steps'];
  const open = (page: Page, query = '') => openFigure(page, `${LESSON.ensembles}${query}`, '.boosting-steps');

  test('starts from the mean, adds a stump per round, and overfits in the end', async ({ page }) => {
    const figure = await open(page);
    await press(button(figure, texts.reset), 'Enter');
    await expect(summary(figure)).toContainText('Round 0: training error 0.586, test error 0.665');
    const fit = figure.locator('.curve-plot [data-part="fit"]');
    await expect(fit).toHaveAttribute('d', /^M0 \d+H360$/);
    await press(button(figure, texts.more), 'Enter');
    await expect(summary(figure)).toContainText('Round 1: training error 0.528');
    await expect(fit).toHaveAttribute('d', /^M0 \d+H\d+V\d+H360$/);
    await press(slider(figure, texts.rounds), 'End');
    await expect(summary(figure)).toContainText('training error 0.050, test error 0.277');
    await expect(figure.getByText(texts.late)).toBeVisible();
    await figure.getByRole('combobox', { name: texts.rate }).selectOption('0.1');
    await expect(summary(figure)).toContainText('test error 0.258');
    await expect(page).toHaveURL(/boost=200%3B0\.1/);
  });
});
