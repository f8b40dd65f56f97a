import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { showToast } from '@/components/ui/toast';

/** The token that was just made: shown until it is put away, and never again. */
export function NewToken({ secret, onDone }: { secret: string; onDone(): void }) {
  const t = useTranslations('instructor.connections');
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another token is another thing to read
  useEffect(() => box.current?.querySelector('input')?.select(), [secret]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(secret);
      showToast(t('copied'));
    } catch {
      // Off https there is no clipboard: it is selected, to be copied by hand.
      box.current?.querySelector('input')?.select();
    }
  }

  return (
    <div ref={box} role="status" className="mt-6 rounded-md border-l-3 border-warn bg-warn-soft p-4">
      <TextField
        label={t('secret')}
        description={t('secretOnce')}
        value={secret}
        readOnly
        spellCheck={false}
        autoComplete="off"
        className="font-mono"
      />
      <div className="mt-3 flex flex-wrap gap-3">
        <Button tone="primary" onClick={copy}>
          {t('copy')}
        </Button>
        <Button onClick={onDone}>{t('putAway')}</Button>
      </div>
    </div>
  );
}
