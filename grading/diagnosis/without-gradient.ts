/** Function of `tf` through which the library cannot differentiate, by the message of the error that it threw; else null. */
export function withoutGradient(message: string): string | null {
  const [, kernel] = /gradient function not found for ([A-Z]\w*)/.exec(message) ?? [];
  return kernel === undefined ? null : `${kernel.charAt(0).toLowerCase()}${kernel.slice(1)}`;
}
