'use client';

import { useTranslations } from 'next-intl';
import { type DraftState, draftStatus } from '@/components/session/draft-machine';

/** Where the text is kept just now. It has its own place, so that nothing moves when it changes. */
export function DraftStatusLine({ draft }: { draft: DraftState }) {
  const t = useTranslations('workbench');
  const status = draftStatus(draft);
  const untouched = status === 'saved' && draft.base?.revision === 0;
  const tone =
    { unreachable: 'text-warn', refused: 'text-fail', conflict: 'text-warn' }[status as string] ?? 'text-muted';
  return (
    <span role="status" data-draft={status} className={`min-w-20 text-xs ${tone}`}>
      {untouched ? '' : t(`draft.${status}`)}
    </span>
  );
}
