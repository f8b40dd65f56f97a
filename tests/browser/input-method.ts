import type { CDPSession, Page } from '@playwright/test';

/** A Korean keyboard: syllables grow letter by letter under composition, as an input method sends them. */
export class InputMethod {
  private constructor(private readonly cdp: CDPSession) {}

  static async of(page: Page) {
    return new InputMethod(await page.context().newCDPSession(page));
  }

  async compose(...steps: string[]) {
    for (const text of steps) {
      await this.cdp.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    }
  }

  commit(text: string) {
    return this.cdp.send('Input.insertText', { text });
  }

  /** Enter while a syllable is being composed: the input method takes it, the page hears key code 229. */
  async enter() {
    const key = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 };
    await this.cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
    await this.cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  }
}
