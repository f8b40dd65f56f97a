import 'server-only';
import { type NotificationGroup, type NotificationLine, placeKey, sayingOf } from '@/contracts/notifications';
import type { Locale } from '@/grading/localized';
import en from '@/messages/en.json';
import ko from '@/messages/ko.json';
import { env } from '../env';
import { unsubscribeToken } from './unsubscribe';

const MESSAGES = { en, ko };

interface Mail {
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
}

/** A digest in its reader's language. What it quotes is the lines' own excerpts: nothing is looked up here. */
export function digestMail(
  { userId, name, locale }: { userId: string; name: string; locale: Locale },
  groups: readonly NotificationGroup[],
  count: number,
): Mail {
  const texts = MESSAGES[locale].inbox;
  const link = new URLSearchParams({ user: userId, token: unsubscribeToken(userId) });
  const stop = `${env.PUBLIC_URL}/${locale}/inbox/unsubscribe?${link}`;
  const inbox = `${env.PUBLIC_URL}/${locale}/inbox`;
  const titleOf = ({ thread, session, lines }: NotificationGroup) =>
    thread?.title ??
    (session === null
      ? (lines[0]?.place?.cohort ?? lines[0]?.announcement?.title ?? lines[0]?.work?.exercise ?? '')
      : fill(texts.sessionOf, { team: session.team, day: session.day }));
  const textOf = (line: NotificationLine) =>
    fill(line.place === null ? texts.lines[sayingOf(line)] : texts.place[placeKey(line.place)], {
      due: line.due ?? '',
      actor: line.actor ?? texts.somebody,
      number: String(line.work?.submission?.number ?? ''),
      role: line.place === null ? '' : texts.place.roles[line.place.role],
      team: line.place?.team ?? '',
    });
  const excerptOf = ({ post, item }: NotificationLine) =>
    item ?? (post === null ? '' : (post.excerpt ?? texts.spoiler));

  const text = groups.flatMap((group) => [
    titleOf(group),
    ...group.lines.flatMap((line) => [`- ${textOf(line)}`, ...(excerptOf(line) ? [`    ${excerptOf(line)}`] : [])]),
    '',
  ]);
  const html = groups.map(
    (group) =>
      `<h2 style="font-size:1.05em;margin:1.4em 0 .3em">${escapeHtml(titleOf(group))}</h2><ul style="margin:0;padding-left:1.2em">${group.lines
        .map(
          (line) =>
            `<li>${escapeHtml(textOf(line))}${excerptOf(line) ? `<br><span style="color:#5f5a53">${escapeHtml(excerptOf(line))}</span>` : ''}</li>`,
        )
        .join('')}</ul>`,
  );
  return {
    subject: fill(texts.mail.subject, { count: String(count) }),
    text: [
      fill(texts.mail.greeting, { name }),
      '',
      ...text,
      `${texts.mail.open}: ${inbox}`,
      `${texts.mail.stop}: ${stop}`,
      '',
    ].join('\n'),
    html: `<!doctype html><html lang="${locale}"><body style="font-family:sans-serif;line-height:1.5;max-width:38em"><p>${escapeHtml(
      fill(texts.mail.greeting, { name }),
    )}</p>${html.join('')}<p style="margin-top:2em"><a href="${escapeHtml(inbox)}">${escapeHtml(texts.mail.open)}</a></p><p style="font-size:.85em"><a href="${escapeHtml(
      stop,
    )}">${escapeHtml(texts.mail.stop)}</a></p></body></html>`,
    // One click in the reader's mail program: RFC 8058.
    headers: {
      'List-Unsubscribe': `<${env.PUBLIC_URL}/api/notifications/unsubscribe?${link}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}

/** These texts have places and no plurals: start-web.ts, which sends digests, runs outside Next and its messages' runtime. */
function fill(text: string, values: Record<string, string>): string {
  return text.replaceAll(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
