import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { api, nothing } from '@/components/session/api';
import { forgetWork } from '@/components/session/forget-work';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { showToast } from '@/components/ui/toast';
import { ERASURE_DAYS } from '@/contracts/privacy';
import { askAccount } from './account-api';
import { CurrentPasswordField } from './account-fields';
import { AccountForm } from './account-form';
import { checkCurrent, text } from './field-problems';
import { SettingsSection } from './settings-section';
import { useAccountForm } from './use-account-form';

const schema = async () => (await import('@/contracts/privacy')).ErasureSchema;

/** A guest goes at once; a member may also go later and change their mind until then, and says what becomes of their posts. */
export function DeleteSection({ hasPassword, isMember }: { hasPassword: boolean; isMember: boolean }) {
  const t = useTranslations('account.settings.delete');
  const errorText = useErrorText();
  const format = useFormatter();
  const [isOpen, setIsOpen] = useState(false);
  const { data, reload } = useFetched(isMember ? '/api/account/erasure' : null, (path) => api(path, { schema }));
  const planned = data?.erasure ?? null;

  async function stay() {
    try {
      await api('/api/account/erasure', { method: 'DELETE', schema });
      showToast(t('kept'));
      reload();
    } catch (error) {
      showToast(errorText(error));
    }
  }

  return (
    <SettingsSection title={t('title')} intro={isMember ? t('introMember') : t('intro')}>
      {planned !== null && (
        <div className="mb-5 flex flex-col items-start gap-3" data-erasure>
          <Notice tone="warn">
            {t(`planned.${planned.posts}`, { day: format.dateTime(new Date(planned.dueAt), { dateStyle: 'long' }) })}
          </Notice>
          {planned.lastIn.length > 0 && (
            <Notice tone="fail">{t('waits', { cohorts: format.list(planned.lastIn) })}</Notice>
          )}
          <Button tone="primary" onClick={stay}>
            {t('keep')}
          </Button>
        </div>
      )}
      <Button tone="danger" onClick={() => setIsOpen(true)}>
        {t('open')}
      </Button>
      <Dialog title={t('confirmTitle')} role="alertdialog" isOpen={isOpen} onOpenChange={setIsOpen}>
        {(close) => (
          <DeleteForm
            {...{ hasPassword, isMember, close }}
            onPlanned={() => {
              close();
              reload();
            }}
          />
        )}
      </Dialog>
    </SettingsSection>
  );
}

function DeleteForm({
  hasPassword,
  isMember,
  close,
  onPlanned,
}: {
  hasPassword: boolean;
  isMember: boolean;
  close(): void;
  onPlanned(): void;
}) {
  const t = useTranslations('account.settings.delete');
  const home = `/${useLocale()}`;
  const { onSubmit, trouble, isSending } = useAccountForm({
    check: (fields) => (hasPassword ? checkCurrent(fields) : {}),
    send: async (fields) => {
      const isLater = fields.get('when') === 'later';
      const answer = await askAccount(isLater ? '/erasure' : '', {
        method: isLater ? 'POST' : 'DELETE',
        body: {
          ...(hasPassword && { password: text(fields, 'current') }),
          ...(isMember && { posts: fields.get('posts') }),
        },
        schema: nothing,
      });
      return 'problem' in answer ? answer : { body: { isLater } };
    },
    done: ({ isLater }) => {
      if (isLater) return onPlanned();
      forgetWork();
      window.location.assign(home);
    },
  });
  return (
    <div className="flex flex-col gap-5">
      <p className="text-sm">{t('intro')}</p>
      <AccountForm onSubmit={onSubmit} trouble={trouble.form} isSending={isSending} submit={t('confirm')} tone="danger">
        {isMember && (
          <>
            <Choice
              name="when"
              title={t('when')}
              choices={[
                ['later', t('later', { days: ERASURE_DAYS })],
                ['now', t('now')],
              ]}
            />
            <Choice
              name="posts"
              title={t('posts')}
              choices={[
                ['keep', t('postsKeep')],
                ['remove', t('postsRemove')],
              ]}
            />
          </>
        )}
        {hasPassword && <CurrentPasswordField error={trouble.fields.current} />}
      </AccountForm>
      <Button tone="plain" className="self-start" onClick={close}>
        {t('cancel')}
      </Button>
    </div>
  );
}

function Choice({
  name,
  title,
  choices,
}: {
  name: string;
  title: string;
  choices: readonly (readonly [value: string, label: string])[];
}) {
  const id = useId();
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 text-sm font-semibold">{title}</legend>
      {choices.map(([value, label], at) => (
        <label key={value} htmlFor={`${id}-${value}`} className="flex min-h-8 items-baseline gap-2 text-sm">
          <input id={`${id}-${value}`} type="radio" name={name} value={value} defaultChecked={at === 0} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
