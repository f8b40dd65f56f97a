import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { type ComposerDraft, draftKey, EMPTY_DRAFT, readDraft, writeDraft } from '@/components/discussion/kept-draft';
import { MarkdownField } from '@/components/discussion/markdown-field';
import { UserText } from '@/components/discussion/user-text';
import { ApiError, api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import type { AnnouncementPlan, StaffAnnouncement, StaffAnnouncements } from '@/contracts/announcement';
import type { Locale } from '@/grading/localized';

const schema = async () => (await import('@/contracts/announcement')).StaffAnnouncementAnswerSchema;
/** As the contract says; its module would bring zod into the page. */
const MOST = { title: 200, body: 40_000 };
const WHENS = ['draft', 'at', 'now'] as const;
const LOCALES = ['ko', 'en'] as const;

/** Where an announcement is written, and whom it goes to when is chosen. What is written is kept on this device until it is saved. */
export function AnnouncementEditor({
  path,
  cohort,
  teams,
  now,
  account,
  announcement,
  onSaved,
  onConflict,
  onClose,
}: Pick<StaffAnnouncements, 'cohort' | 'teams' | 'now'> & {
  path: string;
  account: string;
  /** Null: a new one. */
  announcement: StaffAnnouncement | null;
  onSaved(saved: StaffAnnouncement): void;
  /** Somebody was faster. */
  onConflict(): Promise<void>;
  onClose(): void;
}) {
  const t = useTranslations('instructor.announcements');
  const errorText = useErrorText();
  const id = useId();
  const reader = useLocale() as Locale;
  const isSent = announcement?.state === 'sent';
  const storage = draftKey(account, `announcement:${announcement?.id ?? cohort.id}`);
  const [draft, setDraft] = useState<ComposerDraft>({
    ...EMPTY_DRAFT,
    ...(announcement && {
      ...{ title: announcement.title, body: announcement.body },
      attachments: announcement.attachments,
    }),
  });
  const [locale, setLocale] = useState<Locale>(announcement?.locale ?? reader);
  const [chosenTeams, setChosenTeams] = useState<readonly string[] | null>(
    announcement?.teams?.map((team) => team.id) ?? null,
  );
  const [when, setWhen] = useState<(typeof WHENS)[number]>(announcement?.state === 'scheduled' ? 'at' : 'draft');
  const [at, setAt] = useState(announcement?.scheduledFor ?? '');
  const [isPreview, setIsPreview] = useState(false);
  const [isUploading, setIsUploading] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  // Sent again after a lost answer, it is still one announcement.
  const clientId = useRef<string | null>(null);

  // After the first render, which has what is saved.
  useEffect(() => {
    const kept = readDraft(storage);
    if (kept) setDraft(kept);
  }, [storage]);

  function change(part: Partial<ComposerDraft>) {
    setDraft((before) => {
      const next = { ...before, ...part };
      writeDraft(storage, next);
      return next;
    });
  }

  const isTooLong = draft.body.length > MOST.body;
  const isWhole =
    draft.title.trim() !== '' &&
    draft.body.trim() !== '' &&
    !isTooLong &&
    (isSent || ((chosenTeams === null || chosenTeams.length > 0) && (when !== 'at' || at !== '')));

  function onSubmit(event?: FormEvent) {
    event?.preventDefault();
    if (!isWhole || isBusy || isUploading) return;
    if (!isSent && when === 'now') setIsAsking(true);
    else void save();
  }

  async function save() {
    clientId.current ??= crypto.randomUUID();
    const plan: AnnouncementPlan | null = isSent
      ? null
      : { teams: chosenTeams && [...chosenTeams], send: when === 'at' ? { when, at } : { when } };
    // An image whose mark was taken out of the text is not part of it.
    const attachments = draft.attachments.filter((image) => draft.body.includes(image));
    const body = { title: draft.title, body: draft.body, locale, attachments, plan };
    setIsBusy(true);
    setError(null);
    try {
      const saved =
        announcement === null
          ? await api(path, { method: 'POST', body: { ...body, clientId: clientId.current }, schema, retries: 2 })
          : await api(`${path}/${announcement.id}`, {
              method: 'PATCH',
              body: { ...body, revision: announcement.revision },
              schema,
            });
      writeDraft(storage, EMPTY_DRAFT);
      onSaved(saved.announcement);
    } catch (cause) {
      setError(cause);
      setIsBusy(false);
    }
  }

  function close() {
    writeDraft(storage, EMPTY_DRAFT);
    onClose();
  }

  return (
    <form onSubmit={onSubmit} aria-label={t(announcement === null ? 'new' : 'edit')} className="mt-6 space-y-5">
      <TextField
        label={t('subject')}
        value={draft.title}
        onChange={({ target }) => change({ title: target.value })}
        required
        maxLength={MOST.title}
        autoComplete="off"
        lang={locale}
      />
      <div className="rounded-md border border-edge bg-raised">
        {isPreview ? (
          <section aria-label={t('preview')} lang={locale} className="min-h-32 px-3 py-3">
            <UserText text={draft.body} />
          </section>
        ) : (
          <MarkdownField
            id={id}
            label={t('text')}
            draft={draft}
            place={{ cohort: cohort.id }}
            autoFocus={false}
            onChange={change}
            onSend={onSubmit}
            onBusy={setIsUploading}
          />
        )}
        <div className="border-t border-line px-3 py-2">
          <Button size="small" tone="plain" aria-pressed={isPreview} onClick={() => setIsPreview(!isPreview)}>
            {t(isPreview ? 'write' : 'preview')}
          </Button>
        </div>
      </div>
      {isTooLong && (
        <Notice tone="fail" live>
          {t('tooLong', { length: draft.body.length, most: MOST.body })}
        </Notice>
      )}
      <label className="flex flex-wrap items-center gap-3 text-sm font-semibold">
        {t('language')}
        <select
          value={locale}
          onChange={({ target }) => setLocale(target.value as Locale)}
          className="min-h-11 rounded-md border border-edge bg-raised px-3 text-base font-normal"
        >
          {LOCALES.map((one) => (
            <option key={one} value={one}>
              {t(`languages.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {!isSent && (
        <>
          <Audience teams={teams} chosen={chosenTeams} onChange={setChosenTeams} />
          <fieldset>
            <legend className="text-sm font-semibold">{t('when')}</legend>
            <div className="mt-1 flex flex-wrap items-center gap-x-6">
              {WHENS.map((one) => (
                <label key={one} className="flex min-h-11 items-center gap-2">
                  <input
                    type="radio"
                    name={`${id}-when`}
                    checked={when === one}
                    onChange={() => setWhen(one)}
                    className="size-4 accent-accent"
                  />
                  {t(`whens.${one}`)}
                </label>
              ))}
            </div>
            {when === 'at' && (
              <TextField
                className="mt-2 max-w-xs"
                label={t('at')}
                description={t('zone', { zone: cohort.timeZone })}
                type="datetime-local"
                value={at}
                min={now}
                onChange={({ target }) => setAt(target.value.slice(0, 16))}
                required
              />
            )}
          </fieldset>
        </>
      )}
      {isSent && <p className="text-sm text-muted">{t('sentAlready')}</p>}
      {error !== null && (
        <Notice tone="fail" live>
          {error instanceof ApiError && error.code === 'conflict' ? t('conflict') : errorText(error)}
          {error instanceof ApiError && error.code === 'conflict' && (
            <Button size="small" className="ms-3" onClick={onConflict}>
              {t('reload')}
            </Button>
          )}
        </Notice>
      )}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" tone="primary" disabled={!isWhole || isBusy || isUploading}>
          {t(isSent ? 'save' : `save-${when}`)}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </div>
      <Dialog role="alertdialog" title={t('sendTitle')} isOpen={isAsking} onOpenChange={setIsAsking}>
        {(closeDialog) => (
          <>
            <p className="text-sm">{t(chosenTeams === null ? 'sendText' : 'sendTeamsText')}</p>
            <div className="mt-5 flex justify-end gap-3">
              <Button onClick={closeDialog}>{t('cancel')}</Button>
              <Button
                tone="primary"
                onClick={() => {
                  closeDialog();
                  void save();
                }}
              >
                {t('save-now')}
              </Button>
            </div>
          </>
        )}
      </Dialog>
    </form>
  );
}

/** All of the cohort (null), or some of its teams. */
function Audience({
  teams,
  chosen,
  onChange,
}: {
  teams: StaffAnnouncements['teams'];
  chosen: readonly string[] | null;
  onChange(chosen: readonly string[] | null): void;
}) {
  const t = useTranslations('instructor.announcements');
  const id = useId();
  return (
    <fieldset>
      <legend className="text-sm font-semibold">{t('audience')}</legend>
      <div className="mt-1 flex flex-wrap items-center gap-x-6">
        {([true, false] as const).map((isAll) => (
          <label key={String(isAll)} className="flex min-h-11 items-center gap-2">
            <input
              type="radio"
              name={`${id}-audience`}
              checked={(chosen === null) === isAll}
              disabled={!isAll && teams.length === 0}
              onChange={() => onChange(isAll ? null : [])}
              className="size-4 accent-accent"
            />
            {t(isAll ? 'toAll' : 'someTeams')}
          </label>
        ))}
      </div>
      {chosen !== null && (
        <ul className="mt-1 grid max-h-60 gap-x-4 overflow-y-auto rounded-md border border-line px-3 sm:grid-cols-2">
          {teams.map((team) => (
            <li key={team.id}>
              <label className="flex min-h-11 items-center gap-3 [overflow-wrap:anywhere]">
                <input
                  type="checkbox"
                  checked={chosen.includes(team.id)}
                  onChange={({ target }) =>
                    onChange(target.checked ? [...chosen, team.id] : chosen.filter((one) => one !== team.id))
                  }
                  className="size-5 shrink-0 accent-accent"
                />
                {team.name}
              </label>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
