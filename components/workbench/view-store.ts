import { createStore } from '@/components/session/store';

/** Which pane a narrow screen shows. */
export type Pane = 'prompt' | 'code' | 'report';
/** What the reading pane shows. */
export type Reading = 'prompt' | 'hints' | 'train' | 'history';

/** What of the workbench is on screen. */
export const viewStore = createStore<{ pane: Pane; reading: Reading }>({ pane: 'prompt', reading: 'prompt' });

export function showPane(pane: Pane): void {
  viewStore.set({ ...viewStore.get(), pane });
}

export function showReading(reading: Reading): void {
  viewStore.set({ pane: 'prompt', reading });
}
