'use client';

import { defaultKeymap } from '@codemirror/commands';
import { markdown } from '@codemirror/lang-markdown';
import { defaultHighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, placeholder } from '@codemirror/view';
import { useEffect, useEffectEvent, useRef } from 'react';
import { yCollab, yUndoManagerKeymap } from 'y-codemirror.next';
import * as Y from 'yjs';
import { type NotesStatus, NotesSync } from './notes-sync';
import { RemoteCursors } from './remote-cursors';
import { useSessionEvents } from './use-session-events';

/** Staff hear no events of a team that they are not in, milliseconds. */
const ONLOOKER_POLL_MS = 8_000;

/** Whoever adds nothing to a syllable for so long is thinking, and hears what others write meanwhile. */
const COMPOSING_IDLE_MS = 5_000;

const theme = EditorView.theme({
  '&': { backgroundColor: 'transparent', color: 'var(--color-ink)', fontSize: '0.9375rem' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: '1.7', minHeight: '14rem', maxHeight: '60vh' },
  '.cm-content': { padding: '0.75rem 0', caretColor: 'var(--color-ink)' },
  '.cm-line': { padding: '0 1rem' },
  '.cm-placeholder': { color: 'var(--color-muted)' },
  '.cm-ySelectionInfo': { opacity: '1', fontFamily: 'inherit', borderRadius: '0.2rem', lineHeight: '1.3' },
});

/** Notes that several people write at once. Loaded when a session's page asks for it. */
export default function NotesEditor(props: {
  session: string;
  user: string;
  nameOf(user: string): string;
  canWrite: boolean;
  label: string;
  hint: string;
  onStatus(status: NotesStatus): void;
  /** What the notes say now. */
  onText(text: string): void;
}) {
  const { session, user, canWrite, label, hint } = props;
  const place = useRef<HTMLDivElement>(null);
  const sync = useRef<NotesSync | null>(null);
  const editor = useRef<EditorView | null>(null);
  const cursors = useRef<RemoteCursors | null>(null);
  const onStatus = useEffectEvent(props.onStatus);
  const onText = useEffectEvent(props.onText);
  const nameOf = useEffectEvent(props.nameOf);

  useEffect(() => {
    const parent = place.current;
    if (parent === null) return;
    const doc = new Y.Doc();
    const text = doc.getText('notes');
    const others = canWrite ? new RemoteCursors(doc, session, (id) => nameOf(id)) : null;
    let lastComposed = 0;
    const composed = () => {
      lastComposed = performance.now();
    };
    const view = new EditorView({
      parent,
      state: EditorState.create({
        doc: '',
        extensions: [
          keymap.of([...yUndoManagerKeymap, ...defaultKeymap]),
          markdown(),
          syntaxHighlighting(defaultHighlightStyle),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'true', autocorrect: 'off' }),
          placeholder(hint),
          theme,
          EditorView.domEventHandlers({ compositionstart: composed, compositionupdate: composed }),
          EditorState.readOnly.of(!canWrite),
          EditorView.editable.of(canWrite),
          yCollab(text, others?.awareness ?? null),
        ],
      }),
    });
    const own = new NotesSync({
      ...{ session, user, doc },
      isComposing: () => view.composing && performance.now() - lastComposed < COMPOSING_IDLE_MS,
      onStatus: (status) => onStatus(status),
    });
    sync.current = own;
    cursors.current = others;
    editor.current = view;
    const tell = () => onText(text.toString());
    text.observe(tell);
    void own.start();
    return () => {
      text.unobserve(tell);
      own.close();
      others?.close();
      view.destroy();
      doc.destroy();
    };
  }, [session, user, canWrite, label, hint]);

  useEffect(() => {
    if (canWrite) return;
    const timer = setInterval(() => void sync.current?.fetch(), ONLOOKER_POLL_MS);
    return () => clearInterval(timer);
  }, [canWrite]);

  useSessionEvents((event) => {
    if (event.type === 'resync' || (event.type === 'session' && event.session === session && event.part === 'notes')) {
      void sync.current?.fetch();
    }
    if (event.type === 'session-cursor' && event.session === session && !editor.current?.composing)
      cursors.current?.take(event);
  });

  return <div ref={place} className="rounded-md border border-edge bg-raised focus-within:border-accent" />;
}
