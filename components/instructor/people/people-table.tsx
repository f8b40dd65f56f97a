import { useFormatter, useTranslations } from 'next-intl';
import { useId } from 'react';
import { PageLink } from '@/components/site/page-link';
import { Button } from '@/components/ui/button';
import { type CohortPerson, PEOPLE_PER_PAGE, type PeoplePage, type PeopleQuery } from '@/contracts/cohort-people';
import { learnerPath } from '../paths';
import { Choice } from './choice';
import type { Arrangement } from './use-people-query';

const COLUMNS = ['name', 'email', 'role', 'team', 'joined', 'active'] as const satisfies PeopleQuery['sort'][];
const CELL = 'py-2 pe-4 align-baseline';

/** The list with its filters, a hundred people at a time. `onManage`: for who may change them. */
export function PeopleTable({
  page,
  isLoading,
  arrangement,
  change,
  onManage,
}: {
  page: PeoplePage;
  isLoading: boolean;
  arrangement: Arrangement;
  change: (part: Partial<Arrangement>) => void;
  onManage: ((person: CohortPerson) => void) | undefined;
}) {
  const t = useTranslations('instructor.people');
  const { sort, order } = arrangement;
  const label = t('table.label', { column: t(`columns.${sort}`) });
  return (
    <div className="mt-10">
      <Filters {...{ page, arrangement, change }} />
      <p role="status" className="mt-3 text-sm text-muted">
        {page.matching === 0 ? t('table.nobody') : t('table.shown', { matching: page.matching })}
      </p>
      {page.people.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className="relative mt-3 overflow-x-auto" aria-label={label} tabIndex={0} aria-busy={isLoading}>
          <table className="w-full min-w-3xl text-left text-sm">
            <thead>
              <tr className="border-b border-edge align-bottom">
                {COLUMNS.map((column) => (
                  <th
                    key={column}
                    scope="col"
                    aria-sort={sort !== column ? undefined : order === 'asc' ? 'ascending' : 'descending'}
                    className="pe-4"
                  >
                    <button
                      type="button"
                      className="flex min-h-11 items-center gap-1 font-semibold"
                      title={t('table.sort', { column: t(`columns.${column}`) })}
                      onClick={() =>
                        change({ sort: column, order: sort === column && order === 'asc' ? 'desc' : 'asc' })
                      }
                    >
                      {t(`columns.${column}`)}
                      <span aria-hidden="true" className="w-3">
                        {sort !== column ? '' : order === 'asc' ? '↑' : '↓'}
                      </span>
                    </button>
                  </th>
                ))}
                {onManage && (
                  <td>
                    <span className="sr-only">{t('table.manage')}</span>
                  </td>
                )}
              </tr>
            </thead>
            <tbody>
              {page.people.map((person) => (
                <Row key={`${person.state} ${person.id}`} {...{ person, page, onManage }} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      <Pages {...{ page, change }} />
    </div>
  );
}

function Row({
  person,
  page,
  onManage,
}: {
  person: CohortPerson;
  page: PeoplePage;
  onManage: ((person: CohortPerson) => void) | undefined;
}) {
  const t = useTranslations('instructor.people');
  const format = useFormatter();
  const day = (iso: string) => format.dateTime(new Date(iso), { dateStyle: 'medium' });
  const { id, state, email, role, team, joined, active } = person;
  const name = person.name || t('table.unnamed');
  return (
    <tr className="border-b border-line" data-person={email ?? id}>
      <th scope="row" className={`${CELL} max-w-60 font-normal [overflow-wrap:anywhere]`}>
        {state === 'enrolled' && role === 'LEARNER' ? (
          <PageLink href={learnerPath(page.cohort.id, id)} className="text-accent">
            {name}
          </PageLink>
        ) : (
          name
        )}
        {id === page.self && <span className="ms-1.5 text-xs text-muted">({t('table.you')})</span>}
      </th>
      <td className={`${CELL} max-w-72 [overflow-wrap:anywhere]`}>{email}</td>
      <td className={CELL}>{t(`roles.${role}`)}</td>
      <td className={`${CELL} max-w-48 [overflow-wrap:anywhere]`}>{team?.name ?? '–'}</td>
      <td className={`${CELL} tabular-nums`}>
        {state === 'enrolled' ? day(joined) : <Invited person={person} hasMail={page.mail} />}
      </td>
      <td className={`${CELL} tabular-nums`}>{active === null ? t('table.never') : day(active)}</td>
      {onManage && (
        <td className="py-1.5 text-end">
          <Button
            size="small"
            aria-label={t('table.manageOf', { name: person.name || (email ?? '') })}
            onClick={() => onManage(person)}
          >
            {t('table.manage')}
          </Button>
        </td>
      )}
    </tr>
  );
}

/** Since when, whether the link still works, and whether the mail went out. */
function Invited({ person: { joined, expires, mailed }, hasMail }: { person: CohortPerson; hasMail: boolean }) {
  const t = useTranslations('instructor.people.table');
  const format = useFormatter();
  const day = (iso: string) => format.dateTime(new Date(iso), { dateStyle: 'medium' });
  const notes = [
    ...(expires !== null && Date.parse(expires) <= Date.now() ? [t('expired')] : []),
    ...(mailed !== null ? [t('mailed', { date: day(mailed) })] : hasMail ? [t('notMailed')] : []),
  ];
  return (
    <>
      {t('invitedOn', { date: day(joined) })}
      {notes.length > 0 && <span className="block text-xs text-muted">{notes.join(' · ')}</span>}
    </>
  );
}

function Filters({
  page,
  arrangement: { q, role, team, state },
  change,
}: {
  page: PeoplePage;
  arrangement: Arrangement;
  change: (part: Partial<Arrangement>) => void;
}) {
  const t = useTranslations('instructor.people');
  const id = useId();
  return (
    <search className="flex flex-wrap items-end gap-3">
      <div className="flex flex-col gap-1 text-sm font-semibold">
        <label htmlFor={id}>{t('table.search')}</label>
        <input
          id={id}
          type="search"
          value={q}
          maxLength={200}
          onChange={({ target }) => change({ q: target.value })}
          className="min-h-10 w-56 max-w-full rounded-md border border-edge bg-raised px-3 text-sm font-normal"
        />
      </div>
      <Choice label={t('table.role')} value={role} onChange={(value) => change({ role: value })}>
        <option value="">{t('table.allRoles')}</option>
        {(['LEARNER', 'ASSISTANT', 'INSTRUCTOR'] as const).map((one) => (
          <option key={one} value={one}>
            {t(`roles.${one}`)}
          </option>
        ))}
      </Choice>
      <Choice label={t('table.team')} value={team} onChange={(value) => change({ team: value })}>
        <option value="">{t('table.allTeams')}</option>
        <option value="none">{t('table.noTeam')}</option>
        {page.teams.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Choice>
      <Choice label={t('table.state')} value={state} onChange={(value) => change({ state: value })}>
        <option value="">{t('table.everybody')}</option>
        <option value="enrolled">{t('table.enrolled')}</option>
        <option value="invited">{t('table.invited')}</option>
      </Choice>
    </search>
  );
}

function Pages({
  page: { page, matching },
  change,
}: {
  page: PeoplePage;
  change: (part: Partial<Arrangement>) => void;
}) {
  const t = useTranslations('instructor.people.table');
  const pages = Math.ceil(matching / PEOPLE_PER_PAGE);
  if (pages < 2) return null;
  return (
    <nav aria-label={t('pages')} className="mt-4 flex flex-wrap items-center gap-3 text-sm">
      <Button size="small" disabled={page === 1} onClick={() => change({ page: page - 1 })}>
        {t('before')}
      </Button>
      <span>{t('page', { page, pages })}</span>
      <Button size="small" disabled={page === pages} onClick={() => change({ page: page + 1 })}>
        {t('after')}
      </Button>
    </nav>
  );
}
