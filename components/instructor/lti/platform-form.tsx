import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { useSending } from '@/components/session/use-sending';
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
  const { isBusy, problem, run } = useSending();

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const input = readForm(new FormData(event.currentTarget));
    void run(() => onSave(input), { leaves: true });
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
      {problem !== null && (
        <div className="sm:col-span-2">
          <Notice tone="fail" live>
            {problem}
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
