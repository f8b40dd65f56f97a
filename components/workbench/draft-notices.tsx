'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { ApiError } from '@/components/session/api';
import { type DraftState, draftStatus } from '@/components/session/draft-machine';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { showToast } from '@/components/ui/toast';
import { TextDiff } from './history/text-diff';
import type { WorkbenchSession } from './workbench-session';

/** Says what the reader must know about where the text is: server gone, refused, or changed in another tab. */
export function DraftNotices({ session, draft }: { session: WorkbenchSession; draft: DraftState }) {
  const t = useTranslations('workbench');
  const errorText = useErrorText();
  const status = draftStatus(draft);
  const followed = useRef(draft.followed);

  useEffect(() => {
    if (draft.followed > followed.current) showToast(t('followed'));
    followed.current = draft.followed;
  }, [draft.followed, t]);

  if (status === 'conflict') return <Conflict session={session} draft={draft} />;
  if (status === 'unreachable' && draft.failures > 1) {
    return (
      <Notice tone="warn" live>
        {t('unreachable')}
      </Notice>
    );
  }
  if (status === 'refused' && draft.trouble) {
    return (
      <Notice tone="fail" live>
        {t('notSaved')} {errorText(new ApiError(draft.trouble, 0))}
      </Notice>
    );
  }
  return null;
}

function Conflict({ session, draft }: { session: WorkbenchSession; draft: DraftState }) {
  const t = useTranslations('workbench');
  const [comparing, setComparing] = useState(false);
  return (
    <Notice tone="warn" live>
      <p className="font-semibold">{t('conflict.title')}</p>
      <p className="mt-0.5">{t('conflict.text')}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="small" tone="primary" onClick={() => session.draft.choose('mine')}>
          {t('conflict.mine')}
        </Button>
        <Button size="small" onClick={() => session.draft.choose('theirs')}>
          {t('conflict.theirs')}
        </Button>
        <Button size="small" tone="plain" onClick={() => setComparing(true)}>
          {t('conflict.compare')}
        </Button>
      </div>
      <Dialog title={t('conflict.compare')} wide isOpen={comparing} onOpenChange={setComparing}>
        {() => (
          <TextDiff
            before={draft.conflict?.source ?? ''}
            after={draft.text}
            beforeName={t('conflict.theirsName')}
            afterName={t('conflict.mineName')}
          />
        )}
      </Dialog>
    </Notice>
  );
}
