'use client';

import type { ReactNode } from 'react';
import { Tabs as AriaTabs, type Key, Tab, TabList, TabPanel } from 'react-aria-components';

export type TabItem = { id: string; label: ReactNode; content: ReactNode };

/** Tabs over panels that fill the height they are given. */
export function Tabs({
  label,
  items,
  selected,
  onSelect,
  className = '',
}: {
  label: string;
  items: TabItem[];
  selected?: string;
  onSelect?: (id: string) => void;
  className?: string;
}) {
  const state = selected === undefined ? {} : { selectedKey: selected };
  return (
    <AriaTabs
      {...state}
      onSelectionChange={(key: Key) => onSelect?.(String(key))}
      className={`flex min-h-0 flex-col ${className}`}
    >
      <TabList aria-label={label} className="flex shrink-0 gap-1 overflow-x-auto border-b border-line px-2">
        {items.map((item) => (
          <Tab
            key={item.id}
            id={item.id}
            className="-mb-px cursor-pointer border-b-2 border-transparent px-3 py-2 text-sm whitespace-nowrap text-muted outline-offset-[-2px] hover:text-ink data-[selected]:border-accent data-[selected]:font-semibold data-[selected]:text-ink"
          >
            {item.label}
          </Tab>
        ))}
      </TabList>
      {items.map((item) => (
        <TabPanel key={item.id} id={item.id} className="min-h-0 flex-1 overflow-auto outline-offset-[-2px]">
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
