'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { forgetWork } from '@/components/session/forget-work';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import { Dialog } from '@/components/ui/dialog';
import { anyBody, askAccount } from './account-api';
import { CurrentPasswordField } from './account-fields';
import { AccountForm } from './account-form';
import { checkCurrent, text } from './field-problems';
import { SettingsSection } from './settings-section';
import { useAccountForm } from './use-account-form';

export function ExportSection() {
  const t = useTranslations('account.settings.export');
  return (
    <SettingsSection title={t('title')} intro={t('intro')}>
      <a href="/api/account/export" download className={buttonStyle()}>
        {t('submit')}
      </a>
    </SettingsSection>
  );
}

export function DeleteSection({ hasPassword }: { hasPassword: boolean }) {
  const t = useTranslations('account.settings.delete');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <SettingsSection title={t('title')} intro={t('intro')}>
      <Button tone="danger" onClick={() => setIsOpen(true)}>
        {t('open')}
      </Button>
      <Dialog title={t('confirmTitle')} role="alertdialog" isOpen={isOpen} onOpenChange={setIsOpen}>
        {(close) => <DeleteForm hasPassword={hasPassword} close={close} />}
      </Dialog>
    </SettingsSection>
  );
}

function DeleteForm({ hasPassword, close }: { hasPassword: boolean; close(): void }) {
  const t = useTranslations('account.settings.delete');
  const home = `/${useLocale()}`;
  const { onSubmit, trouble, isSending } = useAccountForm({
    check: (fields) => (hasPassword ? checkCurrent(fields) : {}),
    send: (fields) =>
      askAccount('', {
        method: 'DELETE',
        body: hasPassword ? { password: text(fields, 'current') } : {},
        schema: anyBody,
      }),
    done: () => {
      forgetWork();
      window.location.assign(home);
    },
  });
  return (
    <div className="flex flex-col gap-5">
      <p className="text-sm">{t('intro')}</p>
      <AccountForm onSubmit={onSubmit} trouble={trouble.form} isSending={isSending} submit={t('confirm')} tone="danger">
        {hasPassword && <CurrentPasswordField error={trouble.fields.current} />}
      </AccountForm>
      <Button tone="plain" className="self-start" onClick={close}>
        {t('cancel')}
      </Button>
    </div>
  );
}
