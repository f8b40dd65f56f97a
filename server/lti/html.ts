import 'server-only';
import { createHash } from 'node:crypto';
import { createTranslator } from 'use-intl/core';
import type { Locale } from '@/grading/localized';
import en from '@/messages/en.json';
import ko from '@/messages/ko.json';
import { AppError } from '../errors';
import { logger } from '../logger';
import { LtiRefusal, type RefusalReason } from './refusal';

const MESSAGES = { en, ko };

/** What a page may do by itself: send its only form, or have the platform close it. Hashes are in the policy, so that nothing else runs. */
const SCRIPTS = {
  submit: 'document.forms[0].submit()',
  close: "(window.opener || window.parent).postMessage({ subject: 'org.imsglobal.lti.close' }, '*')",
} as const;

const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif; }
body { max-width: 40rem; margin: 0 auto; padding: 2rem 1rem; overflow-wrap: anywhere; }
a.button, button { display: inline-block; box-sizing: border-box; min-height: 2.75rem; padding: .6rem 1.1rem; font: inherit;
  font-weight: 600; border: 1px solid; border-radius: .4rem; background: none; color: inherit; text-decoration: none; cursor: pointer; }
select { width: 100%; min-height: 2.75rem; font: inherit; }
:focus-visible { outline: 3px solid; outline-offset: 2px; }`;

export function ltiTexts(locale: Locale) {
  return createTranslator({ locale, messages: MESSAGES[locale], namespace: 'instructor.lti' });
}

/**
 * A page of its own, outside the site: it may stand in a platform's frame, signs nobody in and has nothing of anybody.
 * @param body HTML, in which every text went through {@link escapeHtml}
 * @param formTarget where its form may go
 */
export function ltiPage(
  { locale, title, body }: { locale: Locale; title: string; body: string },
  {
    status = 200,
    formTarget = "'none'",
    script,
  }: { status?: number; formTarget?: string; script?: keyof typeof SCRIPTS } = {},
): Response {
  const code = script && SCRIPTS[script];
  const html = `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body><main><h1>${escapeHtml(title)}</h1>${body}</main>${code === undefined ? '' : `<script>${code}</script>`}</body>
</html>`;
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `script-src ${code === undefined ? "'none'" : `'sha256-${createHash('sha256').update(code).digest('base64')}'`}`,
    `form-action ${formTarget}`,
    "base-uri 'none'",
    'frame-ancestors *',
  ].join('; ');
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    },
  });
}

/** For text and for attribute values in double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/**
 * A route of a launch: what is refused is said on a page, in the reader's language, and logged with its cause.
 * Mutations from other sites are what these routes are for: state, nonce and signature stand in for the check of the site.
 */
export async function withRefusals(locale: Locale, answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    const { reason, cause } = toRefusal(error);
    logger.warn({ reason, cause: cause instanceof Error ? cause.message : cause }, 'launch refused');
    const t = ltiTexts(locale);
    return ltiPage(
      { locale, title: t('refused'), body: `<p data-refusal="${reason}">${escapeHtml(t(`refusals.${reason}`))}</p>` },
      { status: STATUS[reason] ?? 403 },
    );
  }
}

const STATUS: Partial<Record<RefusalReason, number>> = { malformed: 400, stale: 400, busy: 429 };

function toRefusal(error: unknown): LtiRefusal {
  if (error instanceof LtiRefusal) return error;
  if (error instanceof AppError && error.code === 'rate-limited') return new LtiRefusal('busy');
  if (error instanceof AppError) return new LtiRefusal('malformed', error);
  throw error;
}
