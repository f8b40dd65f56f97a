import { expect, type Locator, type Page, test } from '@playwright/test';
import en from '../../messages/en.json' with { type: 'json' };
import { button, keepPictures, openFigure, press } from './figure-page';
import { collectTroubles } from './troubles';

const LESSON = {
  first: '/en/lessons/05-convolution.01-what-a-convolution-does',
  second: '/en/lessons/05-convolution.02-convolution-as-a-matrix-product',
  third: '/en/lessons/05-convolution.03-receptive-fields-and-variants',
};

const summary = (figure: Locator) => figure.locator('.figure-summary');
const slider = (figure: Locator, name: string) => figure.getByRole('slider', { name, exact: true });
/** What stands under a name of the figure's list of counts. */
const count = (figure: Locator, name: string) =>
  figure.locator('dt', { hasText: name }).locator('xpath=following-sibling::dd[1]');

test.describe('convolution stepper', () => {
  const texts = en.figures['conv-stepper'];
  const open = (page: Page, query = '') => openFigure(page, `${LESSON.first}${query}`, '.conv-stepper');
  const working = (figure: Locator) => figure.locator('.conv-working');
  const message = (figure: Locator) => figure.locator('.conv-message');

  test('the window goes by buttons and keys, and each output is worked out', async ({ page }) => {
    const troubles = await collectTroubles(page);
    const figure = await open(page);
    // The edge kernel on the letter's corner: 2·0.9 + 1·0.9 − 4·0.1 + 1·0.1.
    await expect(working(figure)).toContainText('y[0, 0, 0] = 2.4');
    await press(button(figure, texts.next), 'Enter');
    await expect(working(figure)).toContainText('y[0, 1, 0] = 1.6');
    await press(slider(figure, texts.window), 'ArrowDown');
    await expect(working(figure)).toContainText('y[1, 1, 0] = 1.6');
    await expect(slider(figure, texts.window)).toHaveAttribute('aria-valuetext', /output row 1, column 1/);
    await press(slider(figure, texts.window), 'End');
    await expect(working(figure)).toContainText('y[4, 4, 0]');
    await expect(button(figure, texts.next)).toBeDisabled();
    expect(troubles).toEqual([]);
    await keepPictures(figure);
  });

  test('the notes’ layer: 28×28×4 from 300 weights; a dense layer would have 9,633,792', async ({ page }) => {
    const figure = await open(page);
    await press(button(figure, texts.notes), 'Enter');
    await expect(count(figure, texts.outputShape)).toContainText('[28, 28, 4]');
    await expect(count(figure, texts.weights).first()).toContainText('300');
    await expect(count(figure, texts.multiplyAdds)).toContainText('235,200');
    await expect(count(figure, texts.dense)).toContainText('9,633,792');
    await expect(summary(figure)).toContainText('= 28.');
  });

  test('a kernel that does not fit is told; padding makes room; flipping this kernel turns its sign', async ({
    page,
  }) => {
    const figure = await open(page);
    await press(slider(figure, texts.n), 'Home');
    await press(slider(figure, texts.dilation), 'End');
    await expect(summary(figure)).toContainText('The kernel does not fit: 3·(3 − 1) + 1 is more than 5 + 2·0.');
    await expect(working(figure)).toHaveText(texts.noOutput);
    await press(slider(figure, texts.pad), 'ArrowRight');
    await expect(summary(figure)).toContainText('= 1.');
    await press(button(figure, texts.reset), 'Enter');
    await press(button(figure, texts.flip), 'Enter');
    await expect(working(figure)).toContainText('y[0, 0, 0] = −2.4');
    await expect(page).toHaveURL(/conv=/);
  });

  test('an own kernel, an own drawing by keyboard and a picture from a file', async ({ page }) => {
    const figure = await open(page);
    const middle = figure.getByRole('textbox', { name: 'Weight, row 1, column 1' });
    await middle.fill('2');
    await middle.press('Enter');
    await expect(working(figure)).toContainText('y[0, 0, 0] = 2.6');
    await press(button(figure, texts.clear), 'Enter');
    await expect(working(figure)).toContainText('y[0, 0, 0] = 0');
    await press(button(figure, texts.draw), 'Enter');
    await press(figure.getByRole('application', { name: texts.board }), 'ArrowDown', 'ArrowRight', 'Enter');
    await expect(message(figure)).toHaveText('Row 1, column 1 is painted with 1.00.');
    await expect(working(figure)).toContainText('y[0, 0, 0] = 2');
    await press(button(figure, texts.undo), 'Enter');
    await expect(working(figure)).toContainText('y[0, 0, 0] = 0');
    const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 80, height: 60 } });
    const file = figure.locator('input[type="file"]');
    await file.setInputFiles({ name: 'own.png', mimeType: 'image/png', buffer: picture });
    await expect(message(figure)).toHaveText('Your picture is on the image: its middle square, in grey, at 28×28.');
    await file.setInputFiles({ name: 'no.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
    await expect(message(figure)).toHaveText(texts.fileFailed);
  });

  test('the camera is asked for by its button only, and off again after the picture', async ({ page, context }) => {
    await context.grantPermissions(['camera']);
    // A canvas in place of a camera.
    await page.addInitScript(() => {
      const streams: MediaStream[] = [];
      Object.assign(window, { streams });
      const canvas = document.createElement('canvas');
      navigator.mediaDevices.getUserMedia = async () => {
        canvas.getContext('2d')?.fillRect(0, 0, 300, 150);
        const stream = canvas.captureStream(5);
        streams.push(stream);
        return stream;
      };
    });
    const figure = await open(page);
    /** The state of every track that was given out. */
    const tracks = () =>
      page.evaluate(() =>
        (window as unknown as { streams: MediaStream[] }).streams.flatMap((stream) =>
          stream.getTracks().map(({ readyState }) => readyState),
        ),
      );
    expect(await tracks()).toEqual([]);
    await press(button(figure, texts.camera), 'Enter');
    const take = button(figure, texts.take);
    await expect(take).toBeEnabled();
    await press(take, 'Enter');
    await expect(message(figure)).toHaveText('Picture taken, at 28×28; the camera is off again.');
    expect(await tracks()).toEqual(['ended']);
    await expect(button(figure, texts.camera)).toBeFocused();
  });

  test('a camera that is refused is told', async ({ page }) => {
    await page.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    const figure = await open(page);
    await press(button(figure, texts.camera), 'Enter');
    await expect(message(figure)).toHaveText(texts.cameraRefused);
  });

  test('pages may use the camera, and no frame of another site', async ({ request }) => {
    const answer = await request.get(LESSON.first);
    expect(answer.headers()['permissions-policy']).toContain('camera=(self)');
  });
});

test.describe('feature maps', () => {
  const texts = en.figures['feature-maps'];
  const open = (page: Page, query = '') => openFigure(page, `${LESSON.first}${query}`, '.feature-maps');

  test('a trained net is followed down to the products of one element', async ({ page }) => {
    const figure = await open(page);
    await expect(figure).toContainText('y[13, 8, 0] = 2.523');
    await press(slider(figure, texts.element), 'ArrowLeft');
    await expect(figure).toContainText('y[13, 7, 0]');
    await press(button(figure, texts.pool), 'Enter');
    await expect(figure).toContainText(texts.poolIs);
    await press(button(figure, texts.conv2), 'Enter');
    await expect(figure).toContainText(texts.conv2Is);
    await press(button(figure, texts.logits), 'Enter');
    await expect(figure).toContainText("The net's answer: Square, 99.6 %.");
    await expect(page).toHaveURL(/maps=square%2C1%3Blogits/);
    await keepPictures(figure);
  });

  test('another example, and an own drawing by keyboard that can be undone', async ({ page }) => {
    const figure = await open(page);
    await figure.getByRole('combobox', { name: texts.picture }).selectOption('cross');
    await expect(figure).toContainText("The net's answer: Cross");
    await press(button(figure, texts.clear), 'Enter');
    await expect(figure).toContainText(texts.answerOwn);
    const board = figure.getByRole('application');
    if (!(await board.isVisible())) await press(button(figure, texts.draw), 'Enter');
    await press(board, 'ArrowDown', 'Enter');
    await expect(figure).toContainText('Row 9, column 8 is painted with 0.80.');
    await press(button(figure, texts.undo), 'Enter');
    await expect(button(figure, texts.undo)).toBeVisible();
  });
});

test.describe('im2col unroller', () => {
  const texts = en.figures['im2col-unroller'];
  const open = (page: Page, query = '') => openFigure(page, `${LESSON.second}${query}`, '.im2col');

  test('rows are patches, the column of a tap holds its pixels, and stride thins the matrix out', async ({ page }) => {
    const figure = await open(page);
    const working = figure.locator('.unroll-working');
    await expect(working).toContainText('Row 0 gives output [0, 0] = 27.');
    await expect(working).toContainText('copies of that pixel in the matrix: 4');
    await press(button(figure, texts.next), 'Enter');
    await expect(working).toContainText('Row 1 gives output [0, 1] = 20.');
    await press(slider(figure, texts.tap), 'Home');
    await expect(working).toContainText('u = 0, v = 0, c = 0');
    await press(slider(figure, texts.s), 'End');
    await expect(summary(figure)).toContainText('The image holds 25 numbers, the matrix 36: 1.44 times as many.');
    await press(slider(figure, texts.channels), 'End');
    await expect(figure.locator('.unroll-caption')).toContainText('[4, 18]');
    await expect(page).toHaveURL(/unroll=5%2C3%2C2%2C0%2C2/);
    await keepPictures(figure);
  });
});

test.describe('gradient paint', () => {
  const texts = en.figures['gradient-paint'];
  const open = (page: Page, query = '') => openFigure(page, `${LESSON.second}${query}`, '.gradient-paint');

  test('one gradient spreads over its window, neighbours add, and dW is made of pixels', async ({ page }) => {
    const figure = await open(page);
    const working = figure.locator('.paint-working');
    await expect(working).toContainText('dX[2, 2] = 1·2 = 2');
    await expect(working).toContainText('dW[0, 0] = 1·6 = 6');
    await press(button(figure, texts.all), 'Enter');
    // Nine windows over the middle pixel: the sum of the kernel.
    await expect(working).toContainText('= 2');
    await expect(summary(figure)).toContainText('Gradients that arrive: 9. Input elements that get one:');
    await keepPictures(figure);
  });

  test('max pooling routes to the maximum alone, and overlapping windows add', async ({ page }) => {
    const figure = await open(page);
    await press(button(figure, texts.pool3), 'Enter');
    await press(button(figure, texts.all), 'Enter');
    await expect(summary(figure)).toContainText('Sum of dY: 4; sum of dX: 4.');
    await expect(figure).toContainText(texts.noWeights);
    await press(button(figure, texts.clear), 'Enter');
    await expect(summary(figure)).toContainText('Gradients that arrive: 0. Input elements that get one: 0.');
  });
});

test.describe('receptive-field explorer', () => {
  const texts = en.figures['receptive-field-explorer'];
  const open = (page: Page, query = '') => openFigure(page, `${LESSON.third}${query}`, '.receptive-field');

  test('two 3×3 see what one 5×5 sees, at 72 % of the weights; VGG-16 sees 196', async ({ page }) => {
    const figure = await open(page);
    await expect(summary(figure)).toContainText('sees 5×5 inputs');
    await expect(summary(figure)).toContainText('the stack has 73,728 weights');
    await expect(summary(figure)).toContainText('has 102,400, so the stack has 72 % of that');
    await press(button(figure, texts.vgg), 'Enter');
    await expect(summary(figure)).toContainText('sees 196×196 inputs; the fields of neighbours are 16 apart');
    await press(button(figure, texts.dilated), 'Enter');
    await expect(summary(figure)).toContainText('sees 15×15 inputs');
    await keepPictures(figure);
  });

  test('layers are added, moved and removed by keyboard, and the focus goes along', async ({ page }) => {
    const figure = await open(page);
    await figure.getByRole('group', { name: 'Layer 2' }).getByRole('combobox', { name: texts.s }).selectOption('2');
    await expect(summary(figure)).toContainText('sees 5×5 inputs; the fields of neighbours are 2 apart');
    const down = figure.getByRole('button', { name: 'Move layer 2 down' });
    await press(down, 'Enter');
    await expect(summary(figure)).toContainText('sees 7×7 inputs');
    await expect(page).toHaveURL(/field=c3\.2\.1_c3\.1\.1/);
    await expect(figure.getByRole('button', { name: 'Move layer 1 down' })).toBeFocused();
    await press(button(figure, texts.add), 'Enter');
    await expect(summary(figure)).toContainText('sees 11×11 inputs');
    await press(figure.getByRole('button', { name: 'Remove layer 1' }), 'Enter');
    await expect(summary(figure)).toContainText('sees 5×5 inputs; the fields of neighbours are 1 apart');
  });
});
