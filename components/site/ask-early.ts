import { preload } from 'react-dom';

/**
 * Has the browser ask for what a page's components will fetch while their scripts are still on the way. Each path as
 * `api` will ask for it, letter by letter: the answer is then taken from here, once. One that nothing takes stays for the
 * next request of its path, however late.
 */
export function askEarly(...paths: readonly string[]): void {
  for (const path of paths) preload(path, { as: 'fetch', crossOrigin: 'anonymous' });
}
