import { useTranslations } from 'next-intl';
import { buttonStyle } from '@/components/ui/button-style';
import { SettingsSection } from './settings-section';

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
