import type { ReactNode, SubmitEventHandler } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

/** Fields, what is wrong with all of them together, and one button. Our own texts say what is wrong, so `noValidate`. */
export function AccountForm({
  onSubmit,
  trouble,
  isSending,
  submit,
  tone = 'primary',
  children,
}: {
  onSubmit: SubmitEventHandler<HTMLFormElement>;
  trouble: string | null;
  isSending: boolean;
  submit: string;
  tone?: 'primary' | 'quiet' | 'danger';
  children: ReactNode;
}) {
  return (
    <form noValidate method="post" onSubmit={onSubmit} className="flex flex-col gap-5">
      {children}
      {trouble !== null && (
        <Notice tone="fail" live>
          {trouble}
        </Notice>
      )}
      <Button
        type="submit"
        tone={tone}
        aria-disabled={isSending}
        className={tone === 'primary' ? 'w-full' : 'self-start'}
      >
        {submit}
      </Button>
    </form>
  );
}
