'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useState } from 'react';

const FIELD = 'w-16 rounded-sm border border-edge bg-raised px-2 py-1';

export interface Lines {
  from: number;
  to: number;
}

/** Lines of the source that is shown in `block`: those that are selected there, or that one names. From 1, both included. */
export function useLines(block: RefObject<HTMLElement | null>, last: number): [Lines, (lines: Lines) => void] {
  const [lines, setLines] = useState({ from: 1, to: last });
  useEffect(() => {
    const follow = () => {
      const selection = document.getSelection();
      if (!selection || selection.isCollapsed || !block.current?.contains(selection.anchorNode)) return;
      const ends = [selection.anchorNode, selection.focusNode].map(lineOf);
      if (ends.every((line) => line > 0)) setLines({ from: Math.min(...ends), to: Math.max(...ends) });
    };
    document.addEventListener('selectionchange', follow);
    return () => document.removeEventListener('selectionchange', follow);
  }, [block]);
  return [lines, setLines];
}

/** Lines in order, whichever was named first. */
export function inOrder({ from, to }: Lines): Lines {
  return { from: Math.min(from, to), to: Math.max(from, to) };
}

/** The two fields that name lines. */
export function LineFields({ lines, last, onChange }: { lines: Lines; last: number; onChange(lines: Lines): void }) {
  const t = useTranslations('report.discuss');
  const clamp = (text: string) => Math.min(last, Math.max(1, Math.round(Number(text)) || 1));
  return (
    <>
      {(['from', 'to'] as const).map((end) => (
        <label key={end} className="flex items-center gap-1.5">
          {t(end)}
          <input
            type="number"
            min={1}
            max={last}
            value={lines[end]}
            onChange={({ target }) => onChange({ ...lines, [end]: clamp(target.value) })}
            className={FIELD}
          />
        </label>
      ))}
    </>
  );
}

function lineOf(node: Node | null): number {
  const element = node instanceof Element ? node : node?.parentElement;
  return Number(element?.closest<HTMLElement>('[data-line]')?.dataset.line ?? 0);
}
