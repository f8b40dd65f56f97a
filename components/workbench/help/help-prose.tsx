import type { ReactNode } from 'react';

/** Running text of hints and explanations: smaller than a lesson, its headings no chapters. */
export function HelpProse({ children }: { children: ReactNode }) {
  return (
    <div className="prose text-sm [&>h2]:mt-6 [&>h2]:border-0 [&>h2]:pt-0 [&>h2]:text-base [&>h2]:leading-snug [&>h2:first-child]:mt-0">
      {children}
    </div>
  );
}
