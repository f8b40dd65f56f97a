import { type ComponentProps, type ReactNode, useId } from 'react';

/** A labelled one-line input with an optional description, and the error of the last attempt announced with it. */
export function TextField({
  label,
  description,
  error,
  className = '',
  ...props
}: ComponentProps<'input'> & { label: ReactNode; description?: ReactNode; error?: ReactNode }) {
  const id = useId();
  const describedBy = [description ? `${id}-description` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={`flex flex-col gap-1.5 ${className}`}>
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      <input
        {...props}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy || undefined}
        className="min-h-11 w-full rounded-md border border-edge bg-raised px-3 text-base placeholder:text-muted disabled:opacity-50 aria-invalid:border-fail"
      />
      {description && (
        <p id={`${id}-description`} className="text-xs text-muted">
          {description}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="text-xs font-semibold text-fail">
          {error}
        </p>
      )}
    </div>
  );
}
