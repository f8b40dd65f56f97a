'use client';

import { useTranslations } from 'next-intl';
import { useFetched } from '@/components/session/use-fetched';
import { TextLink } from '@/components/ui/text-link';
import { CheckItem } from '@/components/workbench/report/check-item';
import { CodeLines } from './code-lines';
import { fetchSubject } from './discussion-api';

/** What a thread on a check or on lines is about: the failing check with its diagnosis and heat-map, or the lines. */
export default function Subject({ thread }: { thread: string }) {
  const t = useTranslations('discussion.subject');
  const { data: subject } = useFetched(thread, fetchSubject);
  if (!subject) return null;
  if (subject.kind === 'spoiler') {
    return (
      <p className="text-sm text-muted">
        {t('spoiler')} <TextLink href={`/exercises/${subject.exercise}`}>{t('toExercise')}</TextLink>
      </p>
    );
  }
  const name = subject.author?.name ?? t('gone');
  return (
    <section aria-label={t(subject.kind, { name })} className="rounded-md border border-line">
      <p className="border-b border-line px-4 py-2 text-xs font-semibold text-muted">{t(subject.kind, { name })}</p>
      {subject.kind === 'check' ? (
        <ol>
          <CheckItem check={subject.check} startOpen onLocation={() => {}} />
        </ol>
      ) : (
        <CodeLines source={subject.text} first={subject.first} />
      )}
    </section>
  );
}
