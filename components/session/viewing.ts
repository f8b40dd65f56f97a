/** Whose view of the course this browser is in, and when that ends, in milliseconds since 1970. */
export interface Viewing {
  cohort: string;
  learner: string;
  until: number;
}

/** As contracts/view-as.ts has it; its module would bring zod into every page. */
const COOKIE = 'peergrad.viewing=';

/** Null for nearly everybody: the browser is in no view. */
export function readViewing(): Viewing | null {
  if (typeof document === 'undefined') return null;
  const pair = document.cookie.split('; ').find((one) => one.startsWith(COOKIE));
  const [cohort, learner, until] = (pair ?? '').slice(COOKIE.length).split('/').map(decodeURIComponent);
  return cohort && learner && Number(until) > 0 ? { cohort, learner, until: Number(until) } : null;
}

let began: boolean | undefined;

/** Whether this page was opened in a view: it neither shows nor touches what its reader keeps on this device. */
export function isViewingPage(): boolean {
  if (typeof document === 'undefined') return false;
  began ??= readViewing() !== null;
  return began;
}
