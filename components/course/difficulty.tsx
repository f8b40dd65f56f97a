/** One to three squares; `label` says it in words. */
export function Difficulty({ level, label }: { level: number; label: string }) {
  return (
    <span role="img" aria-label={label} title={label} className="inline-flex gap-0.5">
      {[1, 2, 3].map((step) => (
        <span key={step} className={`size-2 rounded-[1px] border border-muted ${step <= level ? 'bg-muted' : ''}`} />
      ))}
    </span>
  );
}
