import { useFormatter, useNow, useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { showToast } from '@/components/ui/toast';
import type { ApiToken } from '@/contracts/api-token';

/** Tokens with what they may read and when they were last used; each can be ended. */
export function TokenList({
  path,
  tokens,
  onRevoked,
}: {
  path: string;
  tokens: readonly ApiToken[];
  onRevoked(): void;
}) {
  const t = useTranslations('instructor.connections');
  const errorText = useErrorText();
  const [asking, setAsking] = useState<ApiToken | null>(null);

  async function revoke({ id }: ApiToken) {
    setAsking(null);
    try {
      await api(`${path}/${id}`, {
        method: 'DELETE',
        schema: async () => (await import('@/contracts/team')).OkSchema,
      });
      showToast(t('revoked'));
    } catch (error) {
      showToast(errorText(error));
    }
    onRevoked();
  }

  if (tokens.length === 0) return <p className="mt-6 text-muted">{t('noTokens')}</p>;
  return (
    <>
      <ul className="mt-6 border-t border-line">
        {tokens.map((token) => (
          <TokenItem key={token.id} token={token} onRevoke={() => setAsking(token)} />
        ))}
      </ul>
      <Dialog
        role="alertdialog"
        title={t('revokeTitle')}
        isOpen={asking !== null}
        onOpenChange={(isOpen) => !isOpen && setAsking(null)}
      >
        {(close) => (
          <>
            <p className="text-sm">{t('revokeText', { name: asking?.name ?? '' })}</p>
            <div className="mt-5 flex justify-end gap-3">
              <Button onClick={close}>{t('cancel')}</Button>
              <Button tone="danger" onClick={() => asking && revoke(asking)}>
                {t('revoke')}
              </Button>
            </div>
          </>
        )}
      </Dialog>
    </>
  );
}

function TokenItem({ token, onRevoke }: { token: ApiToken; onRevoke(): void }) {
  const t = useTranslations('instructor.connections');
  const format = useFormatter();
  const now = useNow();
  const { name, ending, scopes, everyCohort, expiresAt, lastUsedAt } = token;
  const isExpired = new Date(expiresAt) <= now;
  const day = format.dateTime(new Date(expiresAt), { dateStyle: 'medium' });
  return (
    <li className="flex flex-wrap items-center justify-between gap-4 border-b border-line py-4" data-token={token.id}>
      <div className="min-w-0">
        <p className="font-semibold wrap-break-word">
          {name} <code className="font-mono text-sm font-normal text-muted">peergrad_…{ending}</code>
        </p>
        <p className="mt-1 text-sm text-muted">
          {scopes.join(', ')} · {t(`reaches.${everyCohort ? 'every' : 'this'}`)}
        </p>
        <p className="mt-1 flex flex-wrap gap-x-4 text-sm text-muted">
          <span className={isExpired ? 'font-semibold text-fail' : ''}>
            {isExpired ? t('expired', { day }) : t('expires', { day })}
          </span>
          <span>
            {lastUsedAt === null
              ? t('neverUsed')
              : t('lastUsed', { when: format.relativeTime(new Date(lastUsedAt), now) })}
          </span>
        </p>
      </div>
      <Button size="small" aria-label={t('revokeOf', { name })} onClick={onRevoke}>
        {t('revoke')}
      </Button>
    </li>
  );
}
