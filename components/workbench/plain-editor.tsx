'use client';

import { useEffect, useRef } from 'react';
import type { SourceLocation } from '@/grading/report';
import type { EditorPort, Mark } from './editor-port';

/** The same text in a plain text area: for phones, and for screen readers that read it better than Monaco. */
export function PlainEditor({
  label,
  text,
  marks,
  onEdit,
  onReady,
}: {
  label: string;
  text: string;
  marks: readonly Mark[];
  onEdit(text: string): void;
  onReady(port: EditorPort | null): void;
}) {
  const area = useRef<HTMLTextAreaElement>(null);
  const ready = useRef(onReady);
  ready.current = onReady;

  useEffect(() => {
    const element = area.current;
    if (!element) return;
    ready.current({
      replace: (next) => replaceText(element, next),
      goTo: (location) => goTo(element, location),
      focus: () => element.focus(),
    });
    return () => ready.current(null);
  }, []);

  return (
    <div className="flex size-full flex-col" data-editor="plain">
      <textarea
        ref={area}
        aria-label={label}
        aria-invalid={marks.length > 0}
        value={text}
        onChange={({ target }) => onEdit(target.value)}
        className="min-h-48 w-full flex-1 resize-none bg-paper px-4 py-3 font-mono text-sm leading-relaxed outline-offset-[-2px]"
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        wrap="off"
      />
      {marks.length > 0 && (
        <ul className="shrink-0 border-t border-fail bg-fail-soft px-4 py-2 text-xs">
          {marks.map(({ location, message }) => (
            <li key={`${location.line}:${location.column}`}>{`${location.line}:${location.column} ${message}`}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function replaceText(element: HTMLTextAreaElement, text: string) {
  if (element.value === text) return;
  element.focus();
  element.select();
  // The one way to change a text area that its own undo knows. React hears the input event that it fires.
  document.execCommand('insertText', false, text);
}

function goTo(element: HTMLTextAreaElement, { line, column }: SourceLocation) {
  const lines = element.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((at, one) => at + one.length + 1, 0) + column - 1;
  element.focus();
  element.setSelectionRange(start, start);
  const height = Number.parseFloat(getComputedStyle(element).lineHeight) || 20;
  element.scrollTop = Math.max(0, (line - 4) * height);
}
