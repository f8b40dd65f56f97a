import type { editor } from 'monaco-editor';

/** How the editor behaves here; `label` is what a screen reader calls it. */
export function editorOptions(label: string): editor.IStandaloneEditorConstructionOptions {
  return {
    ariaLabel: label,
    automaticLayout: true,
    // Korean input methods compose reliably in a text area, not yet in the EditContext that is Monaco's default.
    editContext: false,
    fixedOverflowWidgets: true,
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--font-mono') || 'monospace',
    fontSize: 14,
    lineHeight: 22,
    lineNumbersMinChars: 3,
    minimap: { enabled: false },
    padding: { top: 12, bottom: 12 },
    renderLineHighlight: 'line',
    scrollBeyondLastLine: false,
    scrollbar: { alwaysConsumeMouseWheel: false },
    tabSize: 2,
    unicodeHighlight: { allowedLocales: { ko: true }, ambiguousCharacters: false },
    wordBasedSuggestions: 'off',
  };
}
