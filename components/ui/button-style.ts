export type ButtonTone = 'primary' | 'quiet' | 'plain' | 'danger';
export type ButtonSize = 'small' | 'medium';

const tones: Record<ButtonTone, string> = {
  primary: 'border-accent bg-accent text-on-accent hover:brightness-110',
  quiet: 'border-edge bg-transparent text-ink hover:bg-surface',
  plain: 'border-transparent bg-transparent text-ink hover:bg-surface',
  danger: 'border-fail bg-transparent text-fail hover:bg-fail-soft',
};

const sizes: Record<ButtonSize, string> = {
  small: 'min-h-8 px-2.5 text-xs',
  medium: 'min-h-10 px-4 text-sm',
};

/** Classes of everything that looks like a button: our {@link Button}, links to a next step, react-aria buttons. */
export function buttonStyle(tone: ButtonTone = 'quiet', size: ButtonSize = 'medium'): string {
  return `inline-flex items-center justify-center gap-2 rounded-md border font-semibold whitespace-nowrap no-underline select-none transition-[filter,background-color] duration-100 disabled:opacity-50 disabled:cursor-not-allowed aria-disabled:opacity-50 data-[disabled]:opacity-50 ${tones[tone]} ${sizes[size]}`;
}
