'use client';

import { useState } from 'react';
import { readLocal, writeLocal } from '@/components/session/local-store';

export type EditorMode = 'rich' | 'plain';

const KEY = 'peergrad:editor';

/** Monaco or a plain text area: as the reader chose before, else plain where fingers or a small screen make it better. */
export function useEditorMode(): [EditorMode, (mode: EditorMode) => void] {
  const [mode, setMode] = useState<EditorMode>(() => {
    const chosen = readLocal(KEY);
    if (chosen === 'rich' || chosen === 'plain') return chosen;
    return window.matchMedia('(pointer: coarse), (max-width: 40rem)').matches ? 'plain' : 'rich';
  });
  return [
    mode,
    (next) => {
      writeLocal(KEY, next);
      setMode(next);
    },
  ];
}
