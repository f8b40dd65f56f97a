'use client';

import { useSyncExternalStore } from 'react';
import { chooseTheme, readTheme, type Theme, themes } from './theme';

function subscribe(listener: () => void) {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

const icons: Record<Theme, string> = {
  system: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zm0 1.8a6.2 6.2 0 0 1 0 12.4z',
  light: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2',
  dark: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z',
};

/** Goes through system, light and dark. `names` has the accessible name for the state that it shows. */
export function ThemeSwitch({ names }: { names: Record<Theme, string> }) {
  const theme = useSyncExternalStore(subscribe, readTheme, () => 'system' as const);
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system';
  return (
    <button
      type="button"
      onClick={() => chooseTheme(next)}
      aria-label={names[theme]}
      title={names[theme]}
      className="grid size-10 place-items-center rounded-md text-muted hover:bg-surface hover:text-ink"
    >
      <svg
        viewBox="0 0 24 24"
        className="size-5"
        fill={theme === 'system' ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        aria-hidden="true"
      >
        <path d={icons[theme]} fillRule="evenodd" fill={theme === 'light' ? 'none' : undefined} />
      </svg>
    </button>
  );
}
