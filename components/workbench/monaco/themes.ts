import { parseRgb } from '@/components/ui/tensor-palette';
import type { Monaco } from './load';

const NAME = { light: 'peergrad-light', dark: 'peergrad-dark' } as const;

/** Gives the editor the page's own colours. Call again when the theme changes. */
export function applyTheme(monaco: Monaco, theme: 'light' | 'dark'): void {
  const style = getComputedStyle(document.documentElement);
  const color = (token: string) => {
    const bytes = parseRgb(style.getPropertyValue(token));
    return `#${bytes.map((byte) => Math.round(byte).toString(16).padStart(2, '0')).join('')}`;
  };
  monaco.editor.defineTheme(NAME[theme], {
    base: theme === 'dark' ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [],
    colors: {
      'editor.background': color('--paper'),
      'editor.foreground': color('--ink'),
      'editorLineNumber.foreground': color('--muted'),
      'editorLineNumber.activeForeground': color('--ink'),
      'editorCursor.foreground': color('--accent'),
      'editor.lineHighlightBackground': color('--surface'),
      'editor.lineHighlightBorder': '#00000000',
      'editorWidget.background': color('--surface'),
      'editorWidget.border': color('--line'),
      'editorHoverWidget.background': color('--surface'),
      'editorSuggestWidget.background': color('--surface'),
      focusBorder: color('--accent'),
    },
  });
  monaco.editor.setTheme(NAME[theme]);
}
