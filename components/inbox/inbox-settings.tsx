'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { MembersGate } from '@/components/account/members-gate';
import { zoneOfReader } from '@/components/log/show-day';
import { api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';
import { useMe } from '@/components/session/use-me';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { showToast } from '@/components/ui/toast';
import {
  type NotificationKind,
  NotificationKindSchema,
  type NotificationSettings,
  NotificationSettingsSchema,
} from '@/contracts/notifications';

const PATH = '/api/notifications/settings';
const KINDS = NotificationKindSchema.options;
const FIELD = 'min-h-11 rounded-md border border-edge bg-raised px-3 text-base';

export function InboxSettings() {
  const t = useTranslations('inbox');
  return <MembersGate text={t('signIn')}>{() => <Loaded />}</MembersGate>;
}

function Loaded() {
  const errorText = useErrorText();
  const { data, error } = useFetched(PATH, (path) => api(path, { schema: NotificationSettingsSchema }));
  if (error !== null) {
    return (
      <div className="mt-6">
        <Notice tone="fail" live>
          {errorText(error)}
        </Notice>
      </div>
    );
  }
  if (data === null) return <div className="min-h-dvh" aria-busy />;
  return <Form settings={data} />;
}

const timeOf = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Zones that the browser knows, with the one that is chosen even where it does not. */
function zonesWith(chosen: string): string[] {
  return [...new Set([chosen, ...Intl.supportedValuesOf('timeZone')])].toSorted();
}

function Form({ settings: loaded }: { settings: NotificationSettings }) {
  const t = useTranslations('inbox.settings');
  const errorText = useErrorText();
  const { me } = useMe();
  // Before anything was chosen: the zone of this device.
  const [settings, setSettings] = useState(() => (loaded.chosen ? loaded : { ...loaded, timeZone: zoneOfReader() }));
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const change = (part: Partial<NotificationSettings>) => setSettings({ ...settings, ...part });
  const toggle = (kind: NotificationKind, on: boolean) =>
    change({ muted: on ? settings.muted.filter((other) => other !== kind) : [...settings.muted, kind] });

  async function save(event: FormEvent) {
    event.preventDefault();
    setIsBusy(true);
    setProblem(null);
    const { muted, digest, timeZone, quietFrom, quietTo, digestAt } = settings;
    try {
      const body = { muted, digest, timeZone, quietFrom, quietTo, digestAt };
      setSettings(await api(PATH, { method: 'PUT', body, schema: NotificationSettingsSchema }));
      showToast(t('saved'));
    } catch (error) {
      setProblem(error);
    } finally {
      setIsBusy(false);
    }
  }

  const time = (name: 'quietFrom' | 'quietTo' | 'digestAt', label: string) => (
    <label className="flex flex-col gap-1.5 text-sm font-semibold">
      {label}
      <input
        type="time"
        required
        value={timeOf(settings[name])}
        onChange={(event) => event.target.value !== '' && change({ [name]: minuteOf(event.target.value) })}
        className={`${FIELD} font-normal`}
      />
    </label>
  );

  return (
    <form onSubmit={save} className="mt-8 grid gap-8">
      <fieldset>
        <legend className="font-bold">{t('kinds')}</legend>
        <div className="mt-3 grid gap-1 sm:grid-cols-2">
          {KINDS.map((kind) => (
            <label key={kind} className="flex min-h-9 items-center gap-2.5 text-sm">
              <input
                type="checkbox"
                checked={!settings.muted.includes(kind)}
                onChange={(event) => toggle(kind, event.target.checked)}
                className="size-4 accent-accent"
              />
              {t(`kind.${kind}`)}
            </label>
          ))}
        </div>
        <div className="mt-3 flex flex-wrap gap-2">
          <Button size="small" onClick={() => change({ muted: [...KINDS] })}>
            {t('allOff')}
          </Button>
          <Button size="small" onClick={() => change({ muted: [] })}>
            {t('allOn')}
          </Button>
        </div>
      </fieldset>
      <fieldset>
        <legend className="font-bold">{t('quiet')}</legend>
        <p className="mt-1 text-sm text-muted">{t('quietHelp')}</p>
        <div className="mt-3 flex flex-wrap gap-4">
          {time('quietFrom', t('from'))}
          {time('quietTo', t('to'))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="font-bold">{t('digest')}</legend>
        <p className="mt-1 text-sm text-muted">
          {!settings.sendsMail ? t('noMail') : me?.viewer?.emailVerified === false ? t('unverified') : t('digestHelp')}
        </p>
        <div className="mt-3 flex flex-wrap items-end gap-4">
          <label className="flex min-h-11 items-center gap-2.5 text-sm">
            <input
              type="checkbox"
              checked={settings.digest}
              onChange={(event) => change({ digest: event.target.checked })}
              className="size-4 accent-accent"
            />
            {t('digest')}
          </label>
          {time('digestAt', t('digestAt'))}
        </div>
      </fieldset>
      <label className="flex flex-col gap-1.5 text-sm font-semibold">
        {t('zone')}
        <select
          value={settings.timeZone}
          onChange={(event) => change({ timeZone: event.target.value })}
          className={`${FIELD} w-full max-w-sm font-normal`}
        >
          {zonesWith(settings.timeZone).map((zone) => (
            <option key={zone} value={zone}>
              {zone}
            </option>
          ))}
        </select>
      </label>
      {problem !== null && (
        <Notice tone="fail" live>
          {errorText(problem)}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" tone="primary" disabled={isBusy}>
          {t('save')}
        </Button>
        <TextLink href="/inbox" className="text-sm">
          {t('back')}
        </TextLink>
      </div>
    </form>
  );
}
