'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import './focus-mode.css';

/**
 * Turns focus mode on and off. It is over when this goes, that is when the clock ends or the page is left; Escape leaves it
 * from anywhere. While it is on, `<html>` has `data-focus-mode`.
 */
export function FocusSwitch() {
  const t = useTranslations('team.session.focus');
  const [isOn, setIsOn] = useState(false);

  useEffect(() => {
    if (!isOn) return;
    const root = document.documentElement;
    root.dataset.focusMode = '';
    const leave = (event: KeyboardEvent) => {
      // Escape also closes a dialog, and takes back what an input method is composing.
      if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) setIsOn(false);
    };
    window.addEventListener('keydown', leave);
    return () => {
      delete root.dataset.focusMode;
      window.removeEventListener('keydown', leave);
    };
  }, [isOn]);

  return (
    <>
      <Button size="small" aria-pressed={isOn} onClick={() => setIsOn(!isOn)}>
        {t(isOn ? 'off' : 'on')}
      </Button>
      <span role="status" className={isOn ? 'text-xs text-muted' : 'sr-only'}>
        {isOn && t('note')}
      </span>
    </>
  );
}
