'use client';

import { useTranslations } from 'next-intl';
import { lazy, Suspense, useCallback, useState } from 'react';
import { UserText } from '@/components/discussion/user-text';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Viewer } from '@/contracts/learning';
import type { PeerSession } from '@/contracts/peer-session';
import type { NotesStatus } from './notes-sync';
import { Panel } from './panel';

const NotesEditor = lazy(() => import('./notes-editor'));

/** The session's notes: written together, or read as they will look. */
export function NotesPanel({ session, viewer }: { session: PeerSession; viewer: Viewer }) {
  const t = useTranslations('team.session.notes');
  const [status, setStatus] = useState<NotesStatus>('saved');
  const [text, setText] = useState('');
  const [isReading, setIsReading] = useState(false);
  const { people } = session;
  const nameOf = useCallback((user: string) => people.find(({ id }) => id === user)?.name ?? '?', [people]);
  const canWrite = session.viewer === 'member';
  const isTrouble = status === 'tooLong' || status === 'refused';
  return (
    <Panel
      title={t('title')}
      aside={
        <span className="flex items-center gap-3">
          {canWrite && (
            <span role="status" data-notes={status}>
              {isTrouble ? null : t(status)}
            </span>
          )}
          <Button size="small" tone="plain" aria-pressed={isReading} onClick={() => setIsReading(!isReading)}>
            {t(isReading ? 'write' : 'read')}
          </Button>
        </span>
      }
    >
      {isTrouble && (
        <div className="mt-3">
          <Notice tone="fail" live>
            {t(status)}
          </Notice>
        </div>
      )}
      <div className="mt-3 min-h-60">
        {isReading && (
          <div className="prose max-w-none">
            <UserText text={text} />
          </div>
        )}
        {/* It stays while it is read: what it has not sent yet goes on being sent. */}
        <div hidden={isReading}>
          <Suspense fallback={<div className="min-h-60 rounded-md border border-edge bg-raised" aria-busy />}>
            <NotesEditor
              session={session.id}
              user={viewer.id}
              nameOf={nameOf}
              canWrite={canWrite}
              label={t('label')}
              hint={t('placeholder')}
              onStatus={setStatus}
              onText={setText}
            />
          </Suspense>
        </div>
      </div>
    </Panel>
  );
}
