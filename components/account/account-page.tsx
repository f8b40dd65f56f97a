import type { ReactNode } from 'react';

/** The narrow column of the account pages. */
export function AccountPage({
  title,
  intro,
  wide = false,
  children,
}: {
  title: string;
  intro?: string;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={`mx-auto w-full px-4 py-10 wrap-break-word sm:py-16 ${wide ? 'max-w-2xl' : 'max-w-md'}`}>
      <h1 className="text-2xl font-bold">{title}</h1>
      {intro && <p className="mt-2 text-muted">{intro}</p>}
      <div className="mt-8">{children}</div>
    </div>
  );
}
