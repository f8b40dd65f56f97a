'use client';

import { useFormatter, useTranslations } from 'next-intl';
import * as z from 'zod';
import { api } from '@/components/session/api';
import { keptTexts } from '@/components/session/kept-texts';
import { useFetched } from '@/components/session/use-fetched';
import { Button } from '@/components/ui/button';
import { DraftCopySchema } from '@/contracts/learning';

const CopiesSchema = z.object({ copies: z.array(DraftCopySchema) });

/** Texts that were replaced: on this device, and on the server when accounts were merged or another tab saved first. */
export function KeptTexts({
  exercise,
  hasAccount,
  onRestore,
}: {
  exercise: string;
  hasAccount: boolean;
  onRestore(text: string): void;
}) {
  const t = useTranslations('workbench.kept');
  const { data } = useFetched(hasAccount ? exercise : null, async (id) => {
    const { copies } = await api(`/api/drafts/copies?exercise=${encodeURIComponent(id)}`, { schema: CopiesSchema });
    return copies;
  });
  const here = keptTexts(exercise).map(({ text, at, why }) => ({ key: String(at), text, at, why: t(`why.${why}`) }));
  const onServer = (data ?? [])
    .filter(({ source }) => here.every(({ text }) => text !== source))
    .map(({ id, source, createdAt, reason }) => ({
      key: id,
      text: source,
      at: Date.parse(createdAt),
      why: t(`why.${reason}`),
    }));
  const texts = [...here, ...onServer].sort((a, b) => b.at - a.at);
  if (texts.length === 0) return null;
  return (
    <section className="mt-8">
      <h3 className="mb-1 text-base font-bold">{t('title')}</h3>
      <p className="mb-2 text-xs text-muted">{t('text')}</p>
      <ul className="divide-y divide-line border-y border-line">
        {texts.map(({ key, text, at, why }) => (
          <KeptText key={key} at={at} why={why} onRestore={() => onRestore(text)} />
        ))}
      </ul>
    </section>
  );
}

function KeptText({ at, why, onRestore }: { at: number; why: string; onRestore(): void }) {
  const t = useTranslations('workbench.history');
  const format = useFormatter();
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2 text-sm">
      <span>{why}</span>
      <time dateTime={new Date(at).toISOString()} className="text-xs text-muted">
        {format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })}
      </time>
      <Button size="small" className="ms-auto" onClick={onRestore}>
        {t('restore')}
      </Button>
    </li>
  );
}
