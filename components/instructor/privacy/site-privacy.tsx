'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '@/components/session/api';
import { useFetched } from '@/components/session/use-fetched';
import { StaffPage } from '../staff-page';
import { PersonSearch } from './person-search';
import { RetentionForm } from './retention-form';
import { SiteTrail } from './site-trail';

/** For who runs the site: how long what is kept, and what a person may ask for. */
export function SitePrivacy() {
  const t = useTranslations('instructor.privacy');
  // What is done here shows in the trail below.
  const [deeds, setDeeds] = useState(0);
  const fetched = useFetched('/api/site/retention', (path) =>
    api(path, { schema: async () => (await import('@/contracts/privacy')).RetentionSchema }),
  );
  const onChange = () => {
    setDeeds(deeds + 1);
    fetched.reload();
  };
  return (
    <StaffPage fetched={fetched}>
      {(retention) => (
        <>
          <section aria-labelledby="retention" className="mt-10">
            <h2 id="retention" className="text-lg font-bold">
              {t('retention')}
            </h2>
            <p className="max-w-measure text-sm text-muted">{t('retentionHelp')}</p>
            <RetentionForm retention={retention} onChange={onChange} />
          </section>
          <section aria-labelledby="person" className="mt-12">
            <h2 id="person" className="text-lg font-bold">
              {t('person')}
            </h2>
            <p className="max-w-measure text-sm text-muted">{t('personHelp')}</p>
            <PersonSearch onChange={onChange} />
          </section>
          <SiteTrail key={deeds} />
        </>
      )}
    </StaffPage>
  );
}
