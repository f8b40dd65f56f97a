const ascii = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index)).join('');

/** The distinct Hangul syllables and letters of a text, sorted, so that the same course gives the same file. */
export function hangulOf(text: string): string {
  return [...new Set(text.match(/[\u3131-\u318e\uac00-\ud7a3]/g))].sort().join('');
}

/** ASCII, and whatever else of Latin, punctuation, arrows and symbols a text has, sorted. */
export function latinOf(text: string): string {
  return [...new Set([...ascii, ...(text.match(/[\u00a0-\u024f\u2010-\u2bff]/g) ?? [])])].sort().join('');
}
