'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useRef, useState } from 'react';
import { CLASSES } from '@/grading/training/images';

const STEPS: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Ten by ten: rows are what is there, columns what the net says. One cell takes the focus, arrow keys move it. */
export function ConfusionMatrix({ counts }: { counts: readonly (readonly number[])[] }) {
  const t = useTranslations('workbench.training');
  const [[row, column], setAt] = useState<[number, number]>([0, 0]);
  const grid = useRef<HTMLTableElement>(null);
  const most = Math.max(1, ...counts.flat());
  const nameOf = (k: number) => t(`classes.${CLASSES[k] ?? 'disc'}`);

  function onKeyDown(event: KeyboardEvent) {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const next: [number, number] = [(row + step[0] + 10) % 10, (column + step[1] + 10) % 10];
    setAt(next);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${next[0]}-${next[1]}"]`)?.focus();
  }

  return (
    <figure className="m-0">
      <table ref={grid} className="w-full max-w-md table-fixed border-collapse text-[11px]">
        <caption className="mb-1 text-start text-xs text-muted">{t('confusion')}</caption>
        <thead>
          <tr>
            <td className="w-28" />
            {CLASSES.map((name, k) => (
              <th key={name} scope="col" aria-label={nameOf(k)} className="font-normal text-muted">
                {k + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counts.map((cells, i) => (
            <tr key={CLASSES[i]}>
              <th scope="row" className="truncate pe-2 text-start font-normal text-muted">
                {i + 1} {nameOf(i)}
              </th>
              {cells.map((count, j) => (
                <td key={CLASSES[j]} className="border border-line p-0">
                  <button
                    type="button"
                    data-cell={`${i}-${j}`}
                    tabIndex={i === row && j === column ? 0 : -1}
                    aria-label={t('cell', { label: nameOf(i), told: nameOf(j), count })}
                    onMouseEnter={() => setAt([i, j])}
                    onFocus={() => setAt([i, j])}
                    onKeyDown={onKeyDown}
                    className="block min-h-6 w-full text-center"
                    style={{
                      background: `color-mix(in srgb, var(${i === j ? '--series-3' : '--series-2'}) ${Math.round((70 * count) / most)}%, transparent)`,
                    }}
                  >
                    {count}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <figcaption className="mt-1 text-sm" data-confusion-detail>
        {t('cell', { label: nameOf(row), told: nameOf(column), count: counts[row]?.[column] ?? 0 })}
      </figcaption>
    </figure>
  );
}
