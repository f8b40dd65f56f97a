/** A text as it was typed. */
export function PlainText({ text }: { text: string }) {
  return <div className="whitespace-pre-wrap [overflow-wrap:anywhere]">{text}</div>;
}
