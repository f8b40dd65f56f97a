'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { showToast } from '@/components/ui/toast';
import type { Platform, PlatformInput, PlatformList } from '@/contracts/lti';
import { StaffPage } from '../staff-page';
import { InvitePlatform } from './invite-platform';
import { PlatformForm } from './platform-form';

const PATH = '/api/lti/platforms';

/** The platforms that are registered, each to change or remove, and the form for another. */
export function Platforms() {
  const fetched = useFetched(PATH, (path) =>
    api(path, { schema: async () => (await import('@/contracts/lti')).PlatformListSchema }),
  );
  return <StaffPage fetched={fetched}>{(list) => <Loaded list={list} reload={fetched.reload} />}</StaffPage>;
}

function Loaded({ list: { platforms, tool }, reload }: { list: PlatformList; reload(): void }) {
  const t = useTranslations('instructor.lti');
  const errorText = useErrorText();
  const [changing, setChanging] = useState<Platform | null>(null);
  const [removing, setRemoving] = useState<Platform | null>(null);
  const [registered, setRegistered] = useState(0);

  async function save(body: PlatformInput, id?: string) {
    await api(id === undefined ? PATH : `${PATH}/${id}`, {
      method: id === undefined ? 'POST' : 'PUT',
      body,
      schema: async () => (await import('@/contracts/lti')).PlatformAnswerSchema,
    });
    setChanging(null);
    setRegistered((count) => count + 1);
    showToast(t('saved'));
    reload();
  }

  async function remove({ id }: Platform) {
    setRemoving(null);
    try {
      await api(`${PATH}/${id}`, {
        method: 'DELETE',
        schema: async () => (await import('@/contracts/team')).OkSchema,
      });
      showToast(t('removed'));
    } catch (error) {
      showToast(errorText(error));
    }
    reload();
  }

  return (
    <>
      <section aria-labelledby="tool" className="mt-10">
        <h2 id="tool" className="text-xl font-semibold">
          {t('toolAddresses')}
        </h2>
        <dl className="mt-3 grid gap-x-6 gap-y-2 sm:grid-cols-[auto_1fr]">
          {(['login', 'launch', 'choose', 'jwks'] as const).map((name) => (
            <div key={name} className="contents">
              <dt className="text-sm text-muted">{t(`tool.${name}`)}</dt>
              <dd className="font-mono text-sm wrap-anywhere">{tool[name]}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="registered" className="mt-10">
        <h2 id="registered" className="text-xl font-semibold">
          {t('registered')}
        </h2>
        {platforms.length === 0 && <p className="mt-4 text-muted">{t('noPlatforms')}</p>}
        <ul className="mt-4 border-t border-line">
          {platforms.map((platform) => (
            <li key={platform.id} className="border-b border-line py-4">
              <div className="flex flex-wrap items-center justify-between gap-4">
                <div className="min-w-0">
                  <p className="font-semibold wrap-anywhere">{platform.name}</p>
                  <p className="text-sm wrap-anywhere text-muted">
                    {platform.issuer} · {platform.clientId} · {t('contexts', { count: platform.contexts })}
                  </p>
                </div>
                <div className="flex flex-wrap gap-3">
                  <Button
                    size="small"
                    aria-label={t('changeOf', { name: platform.name })}
                    aria-expanded={changing?.id === platform.id}
                    onClick={() => setChanging((open) => (open?.id === platform.id ? null : platform))}
                  >
                    {t('change')}
                  </Button>
                  <Button
                    size="small"
                    aria-label={t('removeOf', { name: platform.name })}
                    onClick={() => setRemoving(platform)}
                  >
                    {t('remove')}
                  </Button>
                </div>
              </div>
              {changing?.id === platform.id && (
                <PlatformForm initial={platform} submit={t('save')} onSave={(body) => save(body, platform.id)} />
              )}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="register" className="mt-10">
        <h2 id="register" className="text-xl font-semibold">
          {t('register')}
        </h2>
        <PlatformForm key={registered} submit={t('register')} onSave={(body) => save(body)} />
      </section>
      <InvitePlatform />
      <Dialog
        role="alertdialog"
        title={t('removeTitle')}
        isOpen={removing !== null}
        onOpenChange={(isOpen) => !isOpen && setRemoving(null)}
      >
        {(close) => (
          <>
            <p className="text-sm">{t('removeText', { name: removing?.name ?? '' })}</p>
            <div className="mt-5 flex justify-end gap-3">
              <Button onClick={close}>{t('cancel')}</Button>
              <Button tone="danger" onClick={() => removing && remove(removing)}>
                {t('remove')}
              </Button>
            </div>
          </>
        )}
      </Dialog>
    </>
  );
}
