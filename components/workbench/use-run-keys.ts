'use client';

import { useEffect, useRef } from 'react';

interface RunKeys {
  onRun(pressedAt: number): void;
  onSubmit(pressedAt: number): void;
}

/**
 * Ctrl or Cmd with Enter runs, with Shift too it submits, wherever the focus is but in a dialog, which has its own use for these
 * keys. A syllable being composed is no key.
 */
export function useRunKeys(keys: RunKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing || event.repeat) return;
      if (event.target instanceof Element && event.target.closest('[role=dialog], [role=alertdialog]') !== null) return;
      // Before the editor, which would insert a line.
      event.preventDefault();
      event.stopPropagation();
      if (event.shiftKey) latest.current.onSubmit(event.timeStamp);
      else latest.current.onRun(event.timeStamp);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}
