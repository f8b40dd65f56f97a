'use client';

import { useEffect } from 'react';

const selector = '.prose .katex-display, .prose .table-scroll';

/** Lets the keyboard reach formulas and tables that are wider than the text, and only those. */
export function ScrollRegions() {
  useEffect(() => {
    const observer = new ResizeObserver((entries) => {
      for (const { target } of entries) {
        if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0');
        else target.removeAttribute('tabindex');
      }
    });
    for (const region of document.querySelectorAll(selector)) observer.observe(region);
    return () => observer.disconnect();
  }, []);
  return null;
}
