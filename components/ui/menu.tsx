'use client';

import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem as AriaMenuItem, type Key, MenuTrigger, Popover } from 'react-aria-components';

export type MenuEntry = { id: string; label: ReactNode; href?: string; danger?: boolean };

/** A menu under its trigger (a react-aria `Button`). Entries with `href` are links. */
export function Menu({
  label,
  trigger,
  entries,
  onAction,
}: {
  label: string;
  trigger: ReactNode;
  entries: MenuEntry[];
  onAction?: (id: string) => void;
}) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover
        placement="bottom end"
        className="min-w-44 rounded-md border border-line bg-raised p-1 text-sm shadow-float"
      >
        <AriaMenu aria-label={label} onAction={(key: Key) => onAction?.(String(key))} className="outline-none">
          {entries.map((entry) => (
            <AriaMenuItem
              key={entry.id}
              id={entry.id}
              {...(entry.href === undefined ? {} : { href: entry.href })}
              className={`cursor-pointer rounded-sm px-3 py-1.5 outline-none data-[focused]:bg-surface ${entry.danger ? 'text-fail' : 'text-ink'}`}
            >
              {entry.label}
            </AriaMenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
