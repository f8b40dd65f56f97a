import { type ReactNode, useId } from 'react';

/** One part of the account page. `id` is its address, for links that lead to it. */
export function SettingsSection({
  id,
  title,
  intro,
  children,
}: {
  id?: string;
  title: string;
  intro?: ReactNode;
  children: ReactNode;
}) {
  const headingId = useId();
  return (
    <section id={id} aria-labelledby={headingId} className="border-t border-line py-8">
      <h2 id={headingId} className="text-lg font-bold">
        {title}
      </h2>
      {intro && <div className="mt-1 mb-5 text-sm text-muted">{intro}</div>}
      {!intro && <div className="mb-5" />}
      {children}
    </section>
  );
}
