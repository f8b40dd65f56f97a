'use client';

import Link from 'next/link';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useMe } from '@/components/session/use-me';
import { showToast } from '@/components/ui/toast';
import type { Viewer } from '@/contracts/learning';
import type en from '@/messages/en.json';

/** Texts of `account.menu`. */
export type AccountMenuTexts = (typeof en)['account']['menu'];

type Shell = { locale: string; texts: AccountMenuTexts };

const ENTRY = 'block w-full rounded-sm px-3 py-2 text-left text-sm text-ink no-underline hover:bg-surface';

/**
 * The reader's place in the header: a way in, or their name with what they can do. It has its width before anything is
 * known of them, so nothing moves. A disclosure of plain links that gets its texts from the server: reading pages load
 * neither a menu library nor the messages' runtime for it.
 */
export function AccountMenu({ locale, texts }: Shell) {
  const { me, loading } = useMe();
  const viewer = me?.viewer ?? null;
  return (
    <div className="flex h-10 w-[clamp(3.875rem,28vw-1.7rem,9rem)] items-center justify-end">
      {loading ? null : viewer === null ? (
        <Link
          prefetch={false}
          href={`/${locale}/sign-in`}
          className="inline-flex min-h-10 items-center rounded-md px-1.5 text-sm font-semibold whitespace-nowrap sm:px-2.5 text-ink no-underline hover:bg-surface"
        >
          {texts.signIn}
        </Link>
      ) : (
        <Disclosure viewer={viewer} locale={locale} texts={texts} />
      )}
    </div>
  );
}

function Disclosure({ viewer, locale, texts }: Shell & { viewer: Viewer }) {
  const panelId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const isGuest = viewer.kind === 'guest';

  useEffect(() => {
    if (!isOpen) return;
    const onPointerDown = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setIsOpen(false);
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [isOpen]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !isOpen) return;
    setIsOpen(false);
    trigger.current?.focus();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the panel from wherever in it the focus is
    <div
      ref={root}
      className="relative min-w-0"
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (event.relatedTarget !== null && !root.current?.contains(event.relatedTarget)) setIsOpen(false);
      }}
    >
      <button
        ref={trigger}
        type="button"
        aria-expanded={isOpen}
        aria-controls={panelId}
        aria-label={`${texts.label}: ${isGuest ? texts.guest : viewer.name}`}
        onClick={() => setIsOpen(!isOpen)}
        className="flex min-h-10 w-full min-w-0 items-center gap-1.5 rounded-md px-1.5 text-sm font-semibold text-ink sm:px-2.5 hover:bg-surface"
      >
        <span className="truncate">{isGuest ? texts.guest : viewer.name}</span>
        <svg viewBox="0 0 12 12" className="size-3 shrink-0 fill-none stroke-current stroke-[1.5]" aria-hidden="true">
          <path d="M2.5 4.5 6 8l3.5-3.5" />
        </svg>
      </button>
      <div
        id={panelId}
        hidden={!isOpen}
        className="absolute top-full right-0 z-40 mt-1 w-56 rounded-md border border-line bg-raised p-1 shadow-float"
      >
        <p className={`px-3 pt-2 pb-1 text-xs text-muted ${isGuest ? '' : 'truncate'}`}>
          {isGuest ? texts.guestNote : viewer.email}
        </p>
        <AccountLinks viewer={viewer} locale={locale} texts={texts} close={() => setIsOpen(false)} />
      </div>
    </div>
  );
}

function AccountLinks({ viewer, locale, texts, close }: Shell & { viewer: Viewer; close(): void }) {
  const isGuest = viewer.kind === 'guest';
  const onSignOut = async () => {
    try {
      const { signOut } = await import('./sign-out');
      await signOut(locale);
    } catch {
      showToast(texts.signOutFailed);
    }
  };
  return (
    <ul>
      {isGuest && (
        <>
          <li>
            <Link prefetch={false} href={`/${locale}/sign-up`} className={ENTRY} onClick={close}>
              {texts.signUp}
            </Link>
          </li>
          <li>
            <Link prefetch={false} href={`/${locale}/sign-in`} className={ENTRY} onClick={close}>
              {texts.signIn}
            </Link>
          </li>
        </>
      )}
      {!isGuest && (
        <>
          {/* Where there is room, the header has it. */}
          <li className="sm:hidden">
            <Link prefetch={false} href={`/${locale}/team`} className={ENTRY} onClick={close}>
              {texts.team}
            </Link>
          </li>
          <li>
            <Link prefetch={false} href={`/${locale}/log`} className={ENTRY} onClick={close}>
              {texts.log}
            </Link>
          </li>
          <li>
            <Link prefetch={false} href={`/${locale}/grades`} className={ENTRY} onClick={close}>
              {texts.grades}
            </Link>
          </li>
        </>
      )}
      <li>
        <Link prefetch={false} href={`/${locale}/account`} className={ENTRY} onClick={close}>
          {texts.settings}
        </Link>
      </li>
      {viewer.role !== 'learner' && (
        <li>
          <Link prefetch={false} href={`/${locale}/cohorts`} className={ENTRY} onClick={close}>
            {texts.cohorts}
          </Link>
        </li>
      )}
      {viewer.role === 'instructor' && (
        <li>
          <Link prefetch={false} href={`/${locale}/regrades`} className={ENTRY} onClick={close}>
            {texts.regrades}
          </Link>
        </li>
      )}
      {!isGuest && (
        <li>
          <button type="button" className={ENTRY} onClick={onSignOut}>
            {texts.signOut}
          </button>
        </li>
      )}
    </ul>
  );
}
