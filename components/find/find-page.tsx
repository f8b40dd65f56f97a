'use client';

import { useTranslations } from 'next-intl';
import { MembersGate } from '@/components/account/members-gate';
import { FindForm } from './find-form';

export interface UnitChoice {
  id: string;
  title: string;
}

/** Search over what is talked about; the course itself has its own in the header. */
export function FindPage({ units }: { units: readonly UnitChoice[] }) {
  const t = useTranslations('find');
  return <MembersGate text={t('signIn')}>{() => <FindForm units={units} />}</MembersGate>;
}
