import type { Page } from '@playwright/test';

/**
 * What no page may do, collected from now on: errors in the console, of the page and of its workers, uncaught
 * exceptions, and whatever the content security policy refuses.
 */
export async function collectTroubles(page: Page): Promise<string[]> {
  const troubles: string[] = [];
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  page.on('pageerror', (error) => troubles.push(String(error)));
  await page.exposeFunction('noteRefusal', (refusal: string) => troubles.push(refusal));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      (window as unknown as { noteRefusal(text: string): void }).noteRefusal(
        `refused by the policy: ${violatedDirective} ${blockedURI} ${sample}`,
      ),
    );
  });
  return troubles;
}
