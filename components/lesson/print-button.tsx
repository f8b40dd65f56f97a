'use client';

/** Opens the browser's print dialog; what paper gets is in styles/print.css. */
export function PrintButton({ label }: { label: string }) {
  return (
    <button
      type="button"
      onClick={() => window.print()}
      className="-my-1 min-h-8 rounded-md px-2 text-sm text-muted underline hover:text-ink print:hidden"
    >
      {label}
    </button>
  );
}
