'use client';

import { useTranslations } from 'next-intl';
import { MembersOnly } from '@/components/log/members-only';
import { FindForm } from './find-form';

export interface UnitChoice {
  id: string;
  title: string;
}

/** Search over what is talked about; the course itself has its own in the header. */
export function FindPage({ units }: { units: readonly UnitChoice[] }) {
  const t = useTranslations('find');
  return (
    <MembersOnly text={t('signIn')} page="/find">
      <FindForm units={units} />
    </MembersOnly>
  );
}
