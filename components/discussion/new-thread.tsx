'use client';

import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { MembersGate } from '@/components/account/members-gate';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { TextLink } from '@/components/ui/text-link';
import type { AnchorInput } from '@/contracts/discussion';
import { useRouter } from '@/i18n/navigation';
import { Composer } from './composer';
import { fetchPlaces, openThread } from './discussion-api';
import { type CourseNames, exercisesOf } from './exercise-names';
import { type ComposerDraft, draftKey, EMPTY_DRAFT, writeDraft } from './kept-draft';

/** Opens a thread on what the address names: `?lesson=…&section=…`, `?exercise=…`, `?submission=…&check=…` or `&from=3&to=5`, `?session=…`. */
export function NewThread({ course }: { course: CourseNames }) {
  const t = useTranslations('discussion');
  return <MembersGate text={t('membersOnly')}>{({ id }) => <Form account={id} course={course} />}</MembersGate>;
}

function anchorOf(params: URLSearchParams): AnchorInput {
  const [lesson, exercise, submission, session] = ['lesson', 'exercise', 'submission', 'session'].map((name) =>
    params.get(name),
  );
  const check = params.get('check');
  if (submission && check) return { kind: 'check', submission, check };
  if (submission) return { kind: 'lines', submission, from: Number(params.get('from')), to: Number(params.get('to')) };
  if (lesson) return { kind: 'lesson', lesson, section: params.get('section') };
  if (exercise) return { kind: 'exercise', exercise };
  return session ? { kind: 'session', session } : { kind: 'free' };
}

function Form({ account, course }: { account: string; course: CourseNames }) {
  const t = useTranslations('discussion.new');
  const errorText = useErrorText();
  const router = useRouter();
  const params = useSearchParams();
  const anchor = anchorOf(params);
  const { data, error: noPlaces } = useFetched('places', fetchPlaces);
  const [chosen, setChosen] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  // Sent again after a lost answer, it is still one thread.
  const clientId = useRef<string | null>(null);

  if (noPlaces !== null) return <Notice tone="fail">{errorText(noPlaces)}</Notice>;
  if (data === null) return <p className="min-h-64 pt-6 text-sm text-muted">{t('loading')}</p>;
  const places = data.places.flatMap(({ cohort, team, teams, isStaff }) => [
    ...(isStaff ? teams : team ? [team] : []).map(({ id, name }) => ({ key: `${cohort.id} ${id}`, name })),
    { key: `${cohort.id} `, name: t('cohort', { name: cohort.name }) },
  ]);
  if (places.length === 0) {
    return (
      <p className="mt-6">
        {t('noTeam')} <TextLink href="/team">{t('toTeam')}</TextLink>
      </p>
    );
  }
  const place = places.find(({ key }) => key === chosen)?.key ?? places[0]?.key ?? '';
  const [cohort = '', team = ''] = place.split(' ');
  const storage = draftKey(account, `new:${params}`);

  async function send({ title, replyTo: _, ...post }: ComposerDraft) {
    clientId.current ??= crypto.randomUUID();
    setError(null);
    try {
      const { thread } = await openThread({
        ...{ cohort, anchor },
        team: team === '' ? null : team,
        title: title.trim(),
        post: { ...post, clientId: clientId.current },
      });
      writeDraft(storage, EMPTY_DRAFT);
      router.push(`/threads/${thread.id}`);
    } catch (cause) {
      setError(cause);
    }
  }

  return (
    <div className="mt-6 space-y-4">
      <p className="text-sm text-muted" data-anchor={anchor.kind}>
        {t(`anchor.${anchor.kind}`, { name: nameOf(anchor, course) })}
      </p>
      {anchor.kind !== 'session' && (
        <label className="flex flex-wrap items-center gap-2 text-sm font-semibold">
          {t('for')}
          <select
            value={place}
            onChange={({ target }) => setChosen(target.value)}
            className="min-h-10 max-w-full rounded-md border border-edge bg-raised px-3 font-normal"
          >
            {places.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {error !== null && (
        <Notice tone="fail" live>
          {t('notSent')} {errorText(error)}
        </Notice>
      )}
      <Composer
        storage={storage}
        place={team === '' ? { cohort } : { cohort, team }}
        exercises={exercisesOf(course)}
        label={t('text')}
        sendLabel={t('open')}
        needsTitle
        clears={false}
        above={(draft, change) => (
          <TextField
            label={t('name')}
            value={draft.title}
            maxLength={200}
            required
            onChange={({ target }) => change({ title: target.value })}
            className="border-b border-line p-3"
          />
        )}
        onSend={(draft) => void send(draft)}
      />
    </div>
  );
}

function nameOf(anchor: AnchorInput, { units }: CourseNames): string {
  if (anchor.kind === 'lesson')
    return units.flatMap(({ lessons }) => lessons).find(({ id }) => id === anchor.lesson)?.title ?? '';
  if (anchor.kind === 'exercise')
    return units.flatMap(({ exercises }) => exercises).find(({ id }) => id === anchor.exercise)?.title ?? '';
  if (anchor.kind === 'lines') return `${anchor.from}–${anchor.to}`;
  return anchor.kind === 'check' ? anchor.check : '';
}
