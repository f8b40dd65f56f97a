import type { UrlFormat } from '../use-url-state';
import { type EntryId, entriesIn, VIEWS, type View } from './entries';

/** The view and the entry that is read. */
export type TimelineState = { view: View; entry: EntryId };

export const timelineInitial: TimelineState = { view: 'year', entry: 'alexnet' };

/** Another view; an entry that is not drawn there gives way to AlexNet. */
export function inView(state: TimelineState, view: View): TimelineState {
  const drawn = entriesIn(view).some(({ id }) => id === state.entry);
  return { view, entry: drawn ? state.entry : timelineInitial.entry };
}

/** The entry `by` places further to the right; the last one stays. */
export function walked(state: TimelineState, by: number): TimelineState {
  const entries = entriesIn(state.view);
  const at = entries.findIndex(({ id }) => id === state.entry) + by;
  return { ...state, entry: entries[Math.max(0, Math.min(at, entries.length - 1))]?.id ?? state.entry };
}

/** `year;alexnet`: view, entry. */
export const timelineUrl: UrlFormat<TimelineState> = {
  parameter: 'ilsvrc',
  format: ({ view, entry }) => `${view};${entry}`,
  parse: (text) => {
    const [viewText, id, ...rest] = text.split(';');
    const view = VIEWS.find((one) => one === viewText);
    const entry = view && entriesIn(view).find((one) => one.id === id);
    return view && entry && rest.length === 0 ? { view, entry: entry.id } : null;
  },
};
