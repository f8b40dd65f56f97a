import { useFormatter, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { api, nothing } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { showToast } from '@/components/ui/toast';
import { ERASURE_DAYS, type PersonErasureInput, type SitePerson } from '@/contracts/privacy';

type Person = NonNullable<SitePerson['person']>;

function fetchPerson(email: string): Promise<SitePerson> {
  return api(`/api/site/people?${new URLSearchParams({ email })}`, {
    schema: async () => (await import('@/contracts/privacy')).SitePersonSchema,
  });
}

/** Finds one account by its whole address; then exports or erases it. */
export function PersonSearch({ onChange }: { onChange(): void }) {
  const t = useTranslations('instructor.privacy');
  const errorText = useErrorText();
  const [found, setFound] = useState<{ email: string; person: Person | null } | null>(null);
  const [error, setError] = useState<unknown>(null);

  async function search(email: string) {
    try {
      setFound({ email, person: (await fetchPerson(email)).person });
      setError(null);
    } catch (cause) {
      setFound(null);
      setError(cause);
    }
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    void search(String(new FormData(event.currentTarget).get('email')).trim());
  }

  return (
    <>
      <form onSubmit={submit} className="mt-4 flex max-w-xl flex-wrap items-end gap-3">
        <TextField label={t('email')} name="email" type="email" required className="min-w-0 flex-1 basis-56" />
        <Button type="submit">{t('search')}</Button>
      </form>
      <div role="status" className="mt-4">
        {error !== null && <Notice tone="fail">{errorText(error)}</Notice>}
        {found?.person === null && <p>{t('nobody', { email: found.email })}</p>}
      </div>
      {found?.person && (
        <PersonCard
          person={found.person}
          onChange={() => {
            void search(found.email);
            onChange();
          }}
        />
      )}
    </>
  );
}

function PersonCard({ person, onChange }: { person: Person; onChange(): void }) {
  const t = useTranslations('instructor.privacy');
  const errorText = useErrorText();
  const format = useFormatter();
  const [isOpen, setIsOpen] = useState(false);
  const day = (date: string) => format.dateTime(new Date(date), { dateStyle: 'long' });

  async function act(method: 'POST' | 'DELETE', body?: PersonErasureInput) {
    try {
      await api(`/api/site/people/${encodeURIComponent(person.id)}/erasure`, {
        ...{ method, schema: nothing },
        ...(body !== undefined && { body }),
      });
      setIsOpen(false);
      onChange();
    } catch (error) {
      showToast(errorText(error));
    }
  }

  return (
    <div data-person className="rounded-md border border-line bg-surface p-5">
      <h3 className="font-semibold [overflow-wrap:anywhere]">{person.name}</h3>
      <p className="text-sm text-muted [overflow-wrap:anywhere]">
        {t('since', { day: day(person.createdAt) })}
        {person.cohorts.length > 0 && ` · ${person.cohorts.join(', ')}`}
      </p>
      {person.erasure && (
        <div className="mt-3">
          <Notice tone="warn">{t('planned', { day: day(person.erasure.dueAt) })}</Notice>
        </div>
      )}
      {person.lastIn.length > 0 && (
        <div className="mt-3">
          <Notice tone="warn">{t('lastIn', { cohorts: format.list(person.lastIn) })}</Notice>
        </div>
      )}
      <div className="mt-4 flex flex-wrap gap-3">
        <a href={`/api/site/people/${encodeURIComponent(person.id)}/export`} download className={buttonStyle()}>
          {t('export')}
        </a>
        {person.erasure && <Button onClick={() => act('DELETE')}>{t('keep')}</Button>}
        <Button tone="danger" disabled={person.lastIn.length > 0} onClick={() => setIsOpen(true)}>
          {t('erase')}
        </Button>
      </div>
      <Dialog
        title={t('eraseTitle', { name: person.name })}
        role="alertdialog"
        isOpen={isOpen}
        onOpenChange={setIsOpen}
      >
        {(close) => <EraseForm close={close} onErase={(input) => act('POST', input)} />}
      </Dialog>
    </div>
  );
}

function EraseForm({ close, onErase }: { close(): void; onErase(input: PersonErasureInput): Promise<void> }) {
  const t = useTranslations('instructor.privacy');
  const [isBusy, setIsBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    setIsBusy(true);
    await onErase({
      at: fields.get('at') as PersonErasureInput['at'],
      posts: fields.get('posts') as PersonErasureInput['posts'],
      reason: String(fields.get('reason')),
    });
    setIsBusy(false);
  }

  const radios = (name: 'at' | 'posts', choices: readonly (readonly [string, string])[]) => (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 text-sm font-semibold">{t(name)}</legend>
      {choices.map(([value, label], index) => (
        <label key={value} className="flex min-h-8 items-baseline gap-2 text-sm">
          <input type="radio" name={name} value={value} defaultChecked={index === 0} />
          {label}
        </label>
      ))}
    </fieldset>
  );
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <p className="text-sm">{t('eraseMeans')}</p>
      {radios('at', [
        ['later', t('later', { days: ERASURE_DAYS })],
        ['now', t('now')],
      ])}
      {radios('posts', [
        ['keep', t('postsKeep')],
        ['remove', t('postsRemove')],
      ])}
      <TextField label={t('reason')} description={t('reasonHelp')} name="reason" required maxLength={2000} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" tone="danger" disabled={isBusy}>
          {t('eraseDo')}
        </Button>
        <Button tone="plain" onClick={close}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
