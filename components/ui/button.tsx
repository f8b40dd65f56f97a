import type { ComponentProps } from 'react';
import { type ButtonSize, type ButtonTone, buttonStyle } from './button-style';

/** A native button: no library, so that reading pages stay light. Inside react-aria triggers use their own `Button` with {@link buttonStyle}. */
export function Button({
  tone = 'quiet',
  size = 'medium',
  className = '',
  type = 'button',
  ...props
}: ComponentProps<'button'> & { tone?: ButtonTone; size?: ButtonSize }) {
  return <button {...props} type={type} className={`${buttonStyle(tone, size)} ${className}`} />;
}
