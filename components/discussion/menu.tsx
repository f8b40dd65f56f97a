'use client';

import { Menu as AriaMenu, Button, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { buttonStyle } from '@/components/ui/button-style';

export interface MenuEntry {
  id: string;
  label: string;
  onAction(): void;
  isDanger?: boolean;
}

/** A button that opens a list of things to do. */
export function Menu({ label, entries, children }: { label: string; entries: MenuEntry[]; children: React.ReactNode }) {
  return (
    <MenuTrigger>
      <Button aria-label={label} className={buttonStyle('plain', 'small')}>
        {children}
      </Button>
      <Popover placement="bottom end" className="min-w-48 rounded-md border border-line bg-raised p-1 shadow-float">
        <AriaMenu aria-label={label} className="outline-none">
          {entries.map(({ id, label: text, onAction, isDanger }) => (
            <MenuItem
              key={id}
              id={id}
              onAction={onAction}
              className={`cursor-pointer rounded-sm px-3 py-2 text-sm outline-none data-[focused]:bg-surface ${isDanger ? 'text-fail' : ''}`}
            >
              {text}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
