'use client';

import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

/**
 * A modal dialog. Put it beside its trigger in react-aria's `DialogTrigger`, or drive it with `isOpen` and `onOpenChange`.
 * `children` gets `close`.
 */
export function Dialog({
  title,
  children,
  wide = false,
  ...state
}: {
  title: string;
  children: (close: () => void) => ReactNode;
  wide?: boolean;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  role?: 'dialog' | 'alertdialog';
  isDismissable?: boolean;
}) {
  const { role, isDismissable = true, ...open } = state;
  return (
    <ModalOverlay
      {...open}
      isDismissable={isDismissable}
      className="fixed inset-0 z-50 grid place-items-center overflow-y-auto bg-[rgb(0_0_0/0.45)] p-4"
    >
      <Modal
        className={`w-full rounded-lg border border-line bg-raised text-ink shadow-float ${wide ? 'max-w-5xl' : 'max-w-md'}`}
      >
        <AriaDialog role={role} className="p-6 outline-none">
          {({ close }) => (
            <>
              <Heading slot="title" className="mb-3 text-lg font-bold">
                {title}
              </Heading>
              {children(close)}
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
