import type { ComponentProps, ReactNode } from 'react';

/** On or off, taking effect at once. A native check box in the switch role. */
export function Switch({
  children,
  ...props
}: Omit<ComponentProps<'input'>, 'type' | 'role'> & { children: ReactNode }) {
  return (
    <label className="inline-flex min-h-8 cursor-pointer items-center gap-2.5 text-sm has-[:disabled]:cursor-not-allowed has-[:disabled]:opacity-50">
      {/* biome-ignore lint/a11y/useAriaPropsForRole: a native check box already tells its state */}
      <input {...props} type="checkbox" role="switch" className="peer sr-only" />
      <span
        aria-hidden
        className="relative h-5 w-9 shrink-0 rounded-full border border-edge bg-surface transition-colors duration-100 peer-checked:border-accent peer-checked:bg-accent peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent after:absolute after:top-[2px] after:left-[2px] after:size-3.5 after:rounded-full after:bg-edge after:transition-transform after:duration-100 peer-checked:after:translate-x-4 peer-checked:after:bg-on-accent"
      />
      {children}
    </label>
  );
}
