'use client';

import { type ReactNode, useSyncExternalStore } from 'react';

type Toast = { id: number; text: ReactNode };

const lifetimeMs = 6000;
let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function set(next: readonly Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Says something in passing that needs no answer. What must not be missed belongs in a `Notice`. */
export function showToast(text: ReactNode) {
  lastId += 1;
  const id = lastId;
  set([...toasts.slice(-2), { id, text }]);
  setTimeout(() => set(toasts.filter((toast) => toast.id !== id)), lifetimeMs);
}

const none: readonly Toast[] = [];

/** Where toasts appear; the layout has one. */
export function Toasts() {
  const shown = useSyncExternalStore(
    subscribe,
    () => toasts,
    () => none,
  );
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-4 z-50 flex flex-col items-center gap-2 px-4"
    >
      {shown.map((toast) => (
        <p key={toast.id} className="rounded-md border border-line bg-raised px-4 py-2.5 text-sm text-ink shadow-float">
          {toast.text}
        </p>
      ))}
    </div>
  );
}
