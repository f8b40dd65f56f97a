import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import type { PlatformInput } from '@/contracts/lti';

const TEXTS = ['name', 'issuer', 'clientId'] as const;
const ADDRESSES = ['authUrl', 'tokenUrl', 'jwksUrl'] as const;

/** What a platform says about itself. Shows what went wrong and keeps what was typed. */
export function PlatformForm({
  initial,
  submit,
  onSave,
}: {
  initial?: PlatformInput;
  /** On the button. */
  submit: string;
  onSave(input: PlatformInput): Promise<void>;
}) {
  const t = useTranslations('instructor.lti');
  const errorText = useErrorText();
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setIsBusy(true);
    setTrouble(null);
    try {
      await onSave(readForm(new FormData(event.currentTarget)));
    } catch (error) {
      setTrouble(error);
      setIsBusy(false);
    }
  }

  return (
    <form onSubmit={save} className="mt-4 grid gap-5 sm:grid-cols-2">
      {TEXTS.map((name) => (
        <TextField
          key={name}
          label={t(name === 'name' ? 'platformName' : name)}
          name={name}
          defaultValue={initial?.[name]}
          required
          maxLength={255}
        />
      ))}
      <TextField
        label={t('deploymentIds')}
        name="deploymentIds"
        defaultValue={initial?.deploymentIds.join(', ')}
        required
      />
      {ADDRESSES.map((name) => (
        <TextField
          key={name}
          label={t(name)}
          name={name}
          type="url"
          defaultValue={initial?.[name]}
          required
          className="sm:col-span-2"
        />
      ))}
      <div className="sm:col-span-2">
        <Button type="submit" tone="primary" disabled={isBusy}>
          {submit}
        </Button>
      </div>
      {trouble !== null && (
        <div className="sm:col-span-2">
          <Notice tone="fail" live>
            {errorText(trouble)}
          </Notice>
        </div>
      )}
    </form>
  );
}

function readForm(fields: FormData): PlatformInput {
  const text = (name: string) => String(fields.get(name)).trim();
  return {
    ...{ name: text('name'), issuer: text('issuer'), clientId: text('clientId') },
    deploymentIds: text('deploymentIds')
      .split(',')
      .map((id) => id.trim())
      .filter((id) => id !== ''),
    ...{ authUrl: text('authUrl'), tokenUrl: text('tokenUrl'), jwksUrl: text('jwksUrl') },
  };
}
