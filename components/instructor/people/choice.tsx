import { type ReactNode, useId } from 'react';

/** A labelled choice of one among options. */
export function Choice({
  label,
  value,
  onChange,
  children,
  className = '',
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  children: ReactNode;
  className?: string;
}) {
  const id = useId();
  return (
    <div className={`flex max-w-full min-w-0 flex-col gap-1 text-sm font-semibold ${className}`}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        className="min-h-10 max-w-full rounded-md border border-edge bg-raised px-3 text-sm font-normal"
      >
        {children}
      </select>
    </div>
  );
}
