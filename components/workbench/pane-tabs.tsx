'use client';

import { type KeyboardEvent, useRef } from 'react';

export interface PaneTab<Id extends string> {
  id: Id;
  label: string;
}

/** A row of tabs, without a library: it is part of the first script of the page. Arrow keys move between them. */
export function PaneTabs<Id extends string>({
  label,
  tabs,
  selected,
  controls,
  onSelect,
  className = '',
}: {
  label: string;
  tabs: readonly PaneTab<Id>[];
  selected: Id;
  /** Id of the panel of a tab. */
  controls(id: Id): string;
  onSelect(id: Id): void;
  className?: string;
}) {
  const row = useRef<HTMLDivElement>(null);

  function onKeyDown({ key }: KeyboardEvent) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (step === undefined) return;
    const at = (tabs.findIndex(({ id }) => id === selected) + step + tabs.length) % tabs.length;
    const next = tabs[at];
    if (!next) return;
    onSelect(next.id);
    row.current?.querySelectorAll('button')[at]?.focus();
  }

  return (
    <div
      ref={row}
      role="tablist"
      aria-label={label}
      onKeyDown={onKeyDown}
      className={`flex shrink-0 gap-1 border-b border-line bg-paper px-2 ${className}`}
    >
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`${controls(tab.id)}-tab`}
          aria-selected={tab.id === selected}
          aria-controls={controls(tab.id)}
          tabIndex={tab.id === selected ? 0 : -1}
          onClick={() => onSelect(tab.id)}
          className="-mb-px min-h-10 border-b-2 border-transparent px-3 text-sm whitespace-nowrap text-muted hover:text-ink aria-selected:border-accent aria-selected:font-semibold aria-selected:text-ink"
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}
