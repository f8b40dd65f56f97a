/** A sentence of the grader, in which names between backticks are code. */
export function CodeText({ text }: { text: string }) {
  return text.split('`').map((part, at) =>
    at % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of a sentence are their order
      <code key={at} className="rounded-sm bg-surface px-1 font-mono text-[0.9em]">
        {part}
      </code>
    ) : (
      part
    ),
  );
}
