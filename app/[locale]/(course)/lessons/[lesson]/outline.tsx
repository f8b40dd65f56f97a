import type { OutlineEntry } from '@/content/unit';

/** Headings of the lesson: beside the text where there is room, else folded above it. */
export function Outline({ entries, title }: { entries: readonly OutlineEntry[]; title: string }) {
  const list = (
    <ol className="mt-3 grid gap-1.5 text-sm leading-snug">
      {entries.map(({ id, text, depth }) => (
        <li key={id} className={depth === 3 ? 'pl-4' : ''}>
          <a href={`#${id}`} className="block py-0.5 text-muted hover:text-ink hover:underline">
            {text}
          </a>
        </li>
      ))}
    </ol>
  );
  return (
    <>
      <nav aria-label={title} className="lesson-outline hidden lg:block">
        <div className="sticky top-8 max-h-[calc(100dvh-4rem)] overflow-y-auto pb-4">
          <p className="text-sm font-semibold">{title}</p>
          {list}
        </div>
      </nav>
      <details className="mb-10 max-w-measure rounded-md border border-line px-4 py-3 lg:hidden">
        <summary className="cursor-pointer text-sm font-semibold">{title}</summary>
        {list}
      </details>
    </>
  );
}
