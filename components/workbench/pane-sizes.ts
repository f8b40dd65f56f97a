import { writeLocal } from '@/components/session/local-store';

/** The shares of the first panes, percentages: custom properties of the root element, which the grids of the page use. */
export type PaneSize = '--split-x' | '--split-y';

const PREFIX = 'peergrad:';

/**
 * Runs in the head before the first paint, so that panes which the reader moved do not jump there. A constant: its hash is
 * in the policy of the pages.
 */
export const paneSizesScript = `try{for(var n of["--split-x","--split-y"]){var s=localStorage.getItem("${PREFIX}"+n);if(/^\\d\\d%$/.test(s))document.documentElement.style.setProperty(n,s)}}catch{}`;

/** The size that is in force, percent; null where the reader moved nothing. */
export function readPaneSize(name: PaneSize): number | null {
  const value = Number.parseInt(document.documentElement.style.getPropertyValue(name), 10);
  return Number.isNaN(value) ? null : value;
}

/** Applies a size, 10 to 99 percent, and keeps it for the next visit. */
export function keepPaneSize(name: PaneSize, percent: number): void {
  document.documentElement.style.setProperty(name, `${percent}%`);
  writeLocal(`${PREFIX}${name}`, `${percent}%`);
}
