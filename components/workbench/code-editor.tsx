'use client';

import type { editor } from 'monaco-editor';
import { useLocale } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useTheme } from '@/components/ui/use-theme';
import type { Locale } from '@/grading/localized';
import type { EditorPort, Mark } from './editor-port';
import type { MonacoAssets } from './monaco/assets';
import { loadMonaco, type Monaco, typeLayers } from './monaco/load';
import { editorOptions } from './monaco/options';
import { applyTheme } from './monaco/themes';

interface Mounted {
  monaco: Monaco;
  editor: editor.IStandaloneCodeEditor;
}

/** Monaco with one exercise's text in it. `text` may change from outside; what the reader types comes through `onEdit`. */
export function CodeEditor({
  assets,
  path,
  label,
  text,
  marks,
  usesLayers,
  onEdit,
  onReady,
  onFailed,
}: {
  assets: MonacoAssets;
  /** Name of the text within the editor, such as `02-mlp/softmax.ts`. */
  path: string;
  label: string;
  text: string;
  marks: readonly Mark[];
  /** It may import from `my-layers`. */
  usesLayers: boolean;
  onEdit(text: string): void;
  onReady(port: EditorPort | null): void;
  onFailed(): void;
}) {
  const host = useRef<HTMLDivElement>(null);
  const [mounted, setMounted] = useState<Mounted | null>(null);
  const locale = useLocale() as Locale;
  const theme = useTheme();
  const latest = useRef({ text, label, onEdit, onReady, onFailed });
  latest.current = { text, label, onEdit, onReady, onFailed };

  useEffect(() => {
    let dispose = () => {};
    let gone = false;
    loadMonaco(assets, locale).then(
      (monaco) => {
        if (gone || !host.current) return;
        applyTheme(monaco, document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light');
        const uri = monaco.Uri.parse(`file:///${path}`);
        const model = monaco.editor.getModel(uri) ?? monaco.editor.createModel(latest.current.text, 'typescript', uri);
        model.setEOL(0);
        const code = monaco.editor.create(host.current, { ...editorOptions(latest.current.label), model });
        const changes = code.onDidChangeModelContent(() => latest.current.onEdit(model.getValue()));
        setMounted({ monaco, editor: code });
        latest.current.onReady(portOf(code));
        dispose = () => {
          latest.current.onReady(null);
          changes.dispose();
          code.dispose();
          model.dispose();
        };
      },
      () => !gone && latest.current.onFailed(),
    );
    return () => {
      gone = true;
      dispose();
      setMounted(null);
    };
  }, [assets, locale, path]);

  useEffect(() => {
    if (!mounted || !usesLayers) return;
    // Layers may be passed meanwhile, in another tab. Without types the code still runs.
    const type = () => void typeLayers(mounted.monaco, assets, locale).catch(() => {});
    type();
    window.addEventListener('focus', type);
    return () => window.removeEventListener('focus', type);
  }, [mounted, usesLayers, assets, locale]);

  useEffect(() => {
    if (mounted) applyTheme(mounted.monaco, theme);
  }, [mounted, theme]);

  useEffect(() => {
    if (mounted) replaceText(mounted.editor, text);
  }, [mounted, text]);

  useEffect(() => {
    const model = mounted?.editor.getModel();
    if (!mounted || !model) return;
    mounted.monaco.editor.setModelMarkers(
      model,
      'run',
      marks.map(({ location, message }) => {
        const line = Math.min(location.line, model.getLineCount());
        return {
          severity: mounted.monaco.MarkerSeverity.Error,
          message,
          startLineNumber: line,
          startColumn: Math.min(location.column, model.getLineMaxColumn(line)),
          endLineNumber: line,
          endColumn: model.getLineMaxColumn(line),
        };
      }),
    );
  }, [mounted, marks]);

  return <div ref={host} className="size-full" data-editor="monaco" data-ready={mounted !== null} />;
}

function portOf(code: editor.IStandaloneCodeEditor): EditorPort {
  return {
    replace: (text) => replaceText(code, text),
    focus: () => code.focus(),
    goTo({ line, column }) {
      code.setPosition({ lineNumber: line, column });
      code.revealLineInCenter(line);
      code.focus();
    },
  };
}

/** As one edit, so that undo brings the old text back. */
function replaceText(code: editor.IStandaloneCodeEditor, text: string) {
  const model = code.getModel();
  if (!model || model.getValue() === text) return;
  code.pushUndoStop();
  code.executeEdits('replace', [{ range: model.getFullModelRange(), text, forceMoveMarkers: true }]);
  code.pushUndoStop();
}
