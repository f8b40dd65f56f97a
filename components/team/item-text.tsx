import { useTranslations } from 'next-intl';
import type { SessionItem } from '@/contracts/peer-session';

/** What came out of a session: of what kind, what, and whose. `from`: the day, where that is another. */
export function ItemText({ item, from }: { item: SessionItem; from?: string }) {
  const t = useTranslations('team');
  return (
    <>
      <span className="text-xs font-semibold text-muted">{t(`summary.kind.${item.kind}`)}</span>
      <span className={`min-w-0 break-words ${item.doneAt === null ? '' : 'text-muted line-through'}`}>
        {item.text}
      </span>
      <span className="text-xs text-muted">
        {item.author?.name ?? t('session.items.gone')}
        {item.assignee && ` · ${t('session.items.forName', { name: item.assignee.name })}`}
        {from && ` · ${t('session.items.from', { day: from })}`}
      </span>
    </>
  );
}
