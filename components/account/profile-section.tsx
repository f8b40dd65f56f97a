'use client';

import { useTranslations } from 'next-intl';
import { nothing } from '@/components/session/api';
import { refreshMe } from '@/components/session/me-store';
import { showToast } from '@/components/ui/toast';
import type { Viewer } from '@/contracts/learning';
import { askAccount } from './account-api';
import { NameField } from './account-fields';
import { AccountForm } from './account-form';
import { checkName, text } from './field-problems';
import { SettingsSection } from './settings-section';
import { useAccountForm } from './use-account-form';

export function ProfileSection({ viewer }: { viewer: Viewer }) {
  const t = useTranslations('account.settings');
  const { onSubmit, trouble, isSending } = useAccountForm({
    check: checkName,
    send: (fields) => askAccount('/profile', { method: 'PUT', body: { name: text(fields, 'name') }, schema: nothing }),
    done: () => {
      showToast(t('saved'));
      void refreshMe();
    },
  });
  return (
    <SettingsSection title={t('profile.title')}>
      <AccountForm
        onSubmit={onSubmit}
        trouble={trouble.form}
        isSending={isSending}
        submit={t('profile.submit')}
        tone="quiet"
      >
        <NameField error={trouble.fields.name} defaultValue={viewer.name} />
      </AccountForm>
    </SettingsSection>
  );
}
