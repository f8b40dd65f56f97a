const ascii = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index)).join('');

/** What both languages' texts are set in besides Hangul; the rest of mathematics is KaTeX's. */
export const latin = `${ascii}\u00a0–—‘’“”…·•×÷±−→←↑↓↔⇒≤≥≈≠∞√∑∂∇°©®µ½¼¾²³àâäçèéêëîïñôöùûüÉÖÜßøå✓✗`;

/** The distinct Hangul syllables and letters of a text, sorted, so that the same course gives the same file. */
export function hangulOf(text: string): string {
  return [...new Set(text.match(/[\u3131-\u318e\uac00-\ud7a3]/g))].sort().join('');
}
