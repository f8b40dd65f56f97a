'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ApiError, api } from '@/components/session/api';
import { useFetched } from '@/components/session/use-fetched';
import { StaffPage } from '../staff-page';
import { NewToken } from './new-token';
import { TokenForm } from './token-form';
import { TokenList } from './token-list';

/** The reader's own tokens for this cohort, and the form for another. */
export function ApiTokens({ cohort }: { cohort: string }) {
  const t = useTranslations('instructor.connections');
  const path = `/api/cohorts/${cohort}/tokens`;
  const fetched = useFetched(path, (key) =>
    api(key, { schema: async () => (await import('@/contracts/api-token')).ApiTokenListSchema }),
  );
  const isForbidden = fetched.error instanceof ApiError && fetched.error.code === 'forbidden';
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <section aria-labelledby="tokens" className="mt-10">
      <h2 id="tokens" className="text-xl font-semibold">
        {t('tokens')}
      </h2>
      <p className="mt-2 max-w-measure text-muted">
        {t.rich('tokensText', {
          link: (text) => (
            <a href="/api/v1/openapi.json" className="text-accent underline underline-offset-[0.2em]">
              {text}
            </a>
          ),
        })}
      </p>
      {isForbidden ? (
        <p className="mt-6">{t('instructorsOnly')}</p>
      ) : (
        <StaffPage fetched={fetched}>
          {({ tokens }) => (
            <>
              {secret !== null && <NewToken secret={secret} onDone={() => setSecret(null)} />}
              <TokenForm
                path={path}
                onMade={(made) => {
                  setSecret(made);
                  fetched.reload();
                }}
              />
              <TokenList path={path} tokens={tokens} onRevoked={fetched.reload} />
            </>
          )}
        </StaffPage>
      )}
    </section>
  );
}
