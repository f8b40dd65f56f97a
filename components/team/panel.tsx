import { type ReactNode, useId } from 'react';

/** One part of a session's page. */
export function Panel({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="min-w-0 rounded-md border border-line p-5">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h2 id={id} className="text-base font-bold">
          {title}
        </h2>
        {aside && <div className="ms-auto text-sm text-muted">{aside}</div>}
      </div>
      {children}
    </section>
  );
}
