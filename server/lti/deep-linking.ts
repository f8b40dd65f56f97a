import 'server-only';
import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import * as z from 'zod';
import { ExerciseIdSchema } from '@/grading/exercise-id';
import type { Locale } from '@/grading/localized';
import { readManifest } from '../exercise-manifest';
import { RESPONSE_CLAIM } from './claims';
import { TOTAL_MAXIMUM, TOTAL_RESOURCE } from './columns';
import { escapeHtml, ltiPage, ltiTexts } from './html';
import { signingKey } from './keys';
import { takeDeepLinking } from './launch';
import { LtiRefusal } from './refusal';
import { uriOf } from './target';

/** A response is used at once. */
const RESPONSE_SECONDS = 300;

const ChoiceSchema = z.object({
  launch: z.string().min(1).max(200),
  /** Empty: the course. */
  exercise: z.union([z.literal(''), ExerciseIdSchema]),
});

/** Asks what a new link is to lead to: the course, or one exercise. */
export async function choosePage(token: string, locale: Locale): Promise<Response> {
  const t = ltiTexts(locale);
  const { exercises } = await readManifest();
  const options = exercises.map(
    ({ id, title }) => `<option value="${escapeHtml(id)}">${escapeHtml(title[locale])}</option>`,
  );
  const body = `<p>${escapeHtml(t('chooseText'))}</p>
<form method="post" action="/api/lti/deep-links">
<input type="hidden" name="launch" value="${escapeHtml(token)}">
<p><label>${escapeHtml(t('content'))}<br><select name="exercise">
<option value="">${escapeHtml(t('wholeCourse'))}</option>${options.join('')}</select></label></p>
<p><button>${escapeHtml(t('choose'))}</button></p></form>`;
  return ltiPage({ locale, title: t('chooseTitle'), body }, { formTarget: "'self'" });
}

/**
 * Tells the platform what was chosen, through the browser: a message that our key signs, with a column for its scores.
 * @throws {LtiRefusal} `malformed`, `stale`
 */
export async function returnPage(fields: URLSearchParams, locale: Locale): Promise<Response> {
  const choice = ChoiceSchema.safeParse(Object.fromEntries(fields));
  if (!choice.success) throw new LtiRefusal('malformed', choice.error);
  const { launch, exercise: id } = choice.data;
  const exercise = (await readManifest()).exercises.find((one) => one.id === id);
  if (id !== '' && exercise === undefined) throw new LtiRefusal('malformed');
  const { facts, platform } = await takeDeepLinking(launch);
  const t = ltiTexts(locale);
  const title = exercise === undefined ? t('courseTitle') : exercise.title[locale];
  const item = {
    type: 'ltiResourceLink',
    title,
    url: uriOf(exercise === undefined ? { kind: 'course' } : { kind: 'exercise', exercise: exercise.id }),
    ...(facts.acceptsLineItem && {
      lineItem: {
        label: title,
        scoreMaximum: exercise?.maxScore ?? TOTAL_MAXIMUM,
        resourceId: exercise?.id ?? TOTAL_RESOURCE,
        tag: 'grade',
      },
    }),
  };
  const { kid, alg, key } = await signingKey();
  const jwt = await new SignJWT({
    nonce: randomUUID(),
    [RESPONSE_CLAIM.messageType]: 'LtiDeepLinkingResponse',
    [RESPONSE_CLAIM.version]: '1.3.0',
    [RESPONSE_CLAIM.deploymentId]: facts.deploymentId,
    [RESPONSE_CLAIM.contentItems]: facts.acceptsLinks ? [item] : [],
    ...(facts.data === null ? {} : { [RESPONSE_CLAIM.data]: facts.data }),
  })
    .setProtectedHeader({ alg, kid, typ: 'JWT' })
    .setIssuer(platform.clientId)
    .setAudience(platform.issuer)
    .setIssuedAt()
    .setExpirationTime(`${RESPONSE_SECONDS}s`)
    .setJti(randomUUID())
    .sign(key);
  const body = `<form method="post" action="${escapeHtml(facts.returnUrl)}">
<input type="hidden" name="JWT" value="${jwt}">
<button>${escapeHtml(t('goBack', { platform: platform.name }))}</button></form>`;
  // A platform may send the form on to another of its hosts, which the policy follows.
  return ltiPage(
    { locale, title, body },
    { formTarget: `https: ${new URL(facts.returnUrl).origin}`, script: 'submit' },
  );
}
