/** A nabla, the operator the course is about, and the name. */
export function Logo({ name }: { name: string }) {
  return (
    <span className="inline-flex items-center gap-2 text-base font-bold tracking-tight">
      <svg viewBox="0 0 24 24" className="size-5 text-accent" aria-hidden="true">
        <path d="M1.5 3h21L12 22zM6.9 5.8 12 15.6l5.1-9.8z" fill="currentColor" fillRule="evenodd" />
      </svg>
      <span className="max-[25rem]:hidden">{name}</span>
    </span>
  );
}
