'use client';

import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';

/** What a control is for, on hover and on focus. `children` is a react-aria control, such as its `Button`. */
export function Tooltip({ text, children }: { text: ReactNode; children: ReactNode }) {
  return (
    <TooltipTrigger delay={400} closeDelay={100}>
      {children}
      <AriaTooltip
        offset={6}
        className="max-w-xs rounded-md border border-line bg-raised px-2.5 py-1.5 text-xs text-ink shadow-float"
      >
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
