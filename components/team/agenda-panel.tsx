'use client';

import { useLocale, useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';
import type { Agenda, PeerSession } from '@/contracts/peer-session';
import { isOn } from '@/contracts/session-clock';
import type { Locale } from '@/grading/localized';
import { Panel } from './panel';
import type { ExerciseNames } from './titles';

type Item = Agenda['items'][number];
type Texts = ReturnType<typeof useTranslations<'team.session'>>;

/** What an item of the agenda is called. */
export function itemTitle(item: Item, agenda: Agenda, locale: Locale, t: Texts): string {
  if (item.kind !== 'capstone') return t(`item.${item.kind}`);
  const capstone = agenda.plan?.capstones.find(({ id }) => id === item.capstone);
  return t('item.capstone', { title: capstone?.title[locale] ?? '' });
}

/** The hour's items, with what each is about; the one that is on stands out. */
export function AgendaPanel({ session, exercises }: { session: PeerSession; exercises: ExerciseNames }) {
  const t = useTranslations('team.session');
  const locale = useLocale() as Locale;
  const { agenda, clock } = session;
  const today = agenda.plan?.exercises ?? [];
  return (
    <Panel title={t('agenda')}>
      <ol className="mt-3 space-y-1">
        {agenda.items.map((item, at) => {
          const isNow = isOn(clock) && clock.index === at;
          return (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: an agenda never changes its order
              key={at}
              aria-current={isNow ? 'step' : undefined}
              className="rounded-md border border-transparent px-3 py-2 aria-[current]:border-accent aria-[current]:bg-surface"
            >
              <div className="flex items-baseline gap-3">
                <span className="font-semibold">{itemTitle(item, agenda, locale, t)}</span>
                <span className="ms-auto text-sm whitespace-nowrap text-muted tabular-nums">
                  {t('minutes', { count: item.minutes + (clock.extra[at] ?? 0) / 60_000 })}
                </span>
              </div>
              <ItemText item={item} agenda={agenda} />
            </li>
          );
        })}
      </ol>
      {today.length > 0 && (
        <p className="mt-4 border-t border-line pt-3 text-sm">
          <span className="text-muted">{t('exercises')}: </span>
          {today.map((id, at) => (
            <span key={id}>
              {at > 0 && ', '}
              <TextLink href={`/exercises/${id}`}>{exercises.find((one) => one.id === id)?.title ?? id}</TextLink>
            </span>
          ))}
        </p>
      )}
    </Panel>
  );
}

function ItemText({ item, agenda }: { item: Item; agenda: Agenda }) {
  const t = useTranslations('team.session.help');
  const locale = useLocale() as Locale;
  if (item.kind === 'prompt')
    return <p className="mt-1 max-w-measure text-lg text-pretty">{agenda.plan?.prompt[locale]}</p>;
  if (item.kind !== 'capstone') return <p className="mt-1 max-w-measure text-sm text-muted">{t(item.kind)}</p>;
  const capstone = agenda.plan?.capstones.find(({ id }) => id === item.capstone);
  if (!capstone) return null;
  return (
    <div className="mt-1 max-w-measure space-y-1 text-sm">
      <ul className="list-disc ps-5 text-muted">
        {capstone.prompts.map((prompt) => (
          <li key={prompt.en}>{prompt[locale]}</li>
        ))}
      </ul>
      <p>{capstone.task[locale]}</p>
      <p className="text-muted">
        {t('accept')}: {capstone.accept[locale]}
      </p>
    </div>
  );
}
