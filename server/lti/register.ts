import 'server-only';
import * as z from 'zod';
import { PlatformInputSchema, type PlatformInvitationSchema, PlatformUrlSchema } from '@/contracts/lti';
import type { Locale } from '@/grading/localized';
import { hashToken, makeToken } from '../accounts/tokens';
import { db } from '../db';
import { env } from '../env';
import { isUniqueViolation } from '../transaction';
import type { KnownViewer } from '../viewer';
import { AGS_SCOPES, NRPS_SCOPE } from './claims';
import { escapeHtml, ltiPage, ltiTexts } from './html';
import { requireAdmin } from './platforms';
import { LtiRefusal } from './refusal';
import { readJson, request } from './service';
import { launchUrl, uriOf } from './target';

const INVITATION_MS = 3_600_000;
const TOOL = 'https://purl.imsglobal.org/spec/lti-tool-configuration';

const QuerySchema = z.object({
  code: z.string().min(1).max(200),
  openid_configuration: PlatformUrlSchema,
  registration_token: z.string().max(8000).optional(),
});

const ConfigurationSchema = z.looseObject({
  issuer: PlatformInputSchema.shape.issuer,
  authorization_endpoint: PlatformUrlSchema,
  token_endpoint: PlatformUrlSchema,
  jwks_uri: PlatformUrlSchema,
  registration_endpoint: PlatformUrlSchema,
});

const RegisteredSchema = z.looseObject({
  client_id: z.string().trim().min(1).max(255),
  [TOOL]: z.looseObject({ deployment_id: z.string().trim().min(1).max(255).optional() }).optional(),
});

/**
 * An address by which one platform may register itself, within the hour.
 * @throws {AppError} `forbidden`
 */
export async function invitePlatform(viewer: KnownViewer): Promise<z.infer<typeof PlatformInvitationSchema>> {
  requireAdmin(viewer);
  const code = makeToken();
  const now = Date.now();
  const expiresAt = new Date(now + INVITATION_MS);
  await db.ltiInvitation.deleteMany({ where: { expiresAt: { lt: new Date(now) } } });
  await db.ltiInvitation.create({ data: { codeHash: hashToken(code), expiresAt } });
  return { url: `${env.PUBLIC_URL}/api/lti/register?code=${code}`, expiresAt: expiresAt.toISOString() };
}

/**
 * LTI dynamic registration: a platform opened an invitation. Its own configuration says where it is, and has to be on its issuer's
 * host; it is told where we are, and says by which client id it knows us. One that tells no deployment is used once who runs the
 * site has added it.
 * @throws {LtiRefusal} `malformed`; `stale` for an invitation that is used or over; `platform` for one that refuses
 */
export async function registerItself(fields: URLSearchParams, locale: Locale): Promise<Response> {
  const query = QuerySchema.safeParse(Object.fromEntries(fields));
  if (!query.success) throw new LtiRefusal('malformed', query.error);
  const { code, openid_configuration: address, registration_token: token } = query.data;
  const { count } = await db.ltiInvitation.deleteMany({
    where: { codeHash: hashToken(code), expiresAt: { gt: new Date() } },
  });
  if (count === 0) throw new LtiRefusal('stale');
  const { host } = new URL(address);
  const { configuration, registered } = await exchange(address, token).catch((cause: unknown) => {
    throw cause instanceof LtiRefusal ? cause : new LtiRefusal('platform', cause);
  });
  const deploymentId = registered[TOOL]?.deployment_id;
  try {
    await db.ltiPlatform.create({
      data: {
        ...{ name: host, issuer: configuration.issuer, clientId: registered.client_id },
        deploymentIds: deploymentId === undefined ? [] : [deploymentId],
        ...{ authUrl: configuration.authorization_endpoint, tokenUrl: configuration.token_endpoint },
        jwksUrl: configuration.jwks_uri,
      },
    });
  } catch (error) {
    throw isUniqueViolation(error) ? new LtiRefusal('platform', error) : error;
  }
  const t = ltiTexts(locale);
  const body = `<p>${escapeHtml(t(deploymentId === undefined ? 'needsDeployment' : 'selfRegistered'))}</p>`;
  return ltiPage({ locale, title: t('registered'), body }, { script: 'close' });
}

async function exchange(address: string, token: string | undefined) {
  const headers = new Headers({ accept: 'application/json' });
  const configuration = await readJson(await request(address, { headers }), ConfigurationSchema);
  if (new URL(configuration.issuer).host !== new URL(address).host) {
    throw new LtiRefusal('malformed', 'issuer of another host');
  }
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  headers.set('content-type', 'application/json');
  const answer = await request(configuration.registration_endpoint, {
    ...{ method: 'POST', headers },
    body: JSON.stringify(ourselves()),
  });
  return { configuration, registered: await readJson(answer, RegisteredSchema) };
}

/** What we are, as OpenID Connect dynamic client registration and its profile for LTI have it. */
function ourselves() {
  return {
    ...{ application_type: 'web', response_types: ['id_token'], grant_types: ['implicit', 'client_credentials'] },
    ...{ client_name: 'PeerGrad', redirect_uris: [launchUrl()], initiate_login_uri: `${env.PUBLIC_URL}/api/lti/login` },
    ...{ jwks_uri: `${env.PUBLIC_URL}/api/lti/jwks`, token_endpoint_auth_method: 'private_key_jwt' },
    scope: [AGS_SCOPES.lineItem, AGS_SCOPES.score, NRPS_SCOPE].join(' '),
    [TOOL]: {
      domain: new URL(env.PUBLIC_URL).host,
      target_link_uri: launchUrl(),
      claims: ['iss', 'sub', 'name'],
      messages: [
        { type: 'LtiResourceLinkRequest' },
        { type: 'LtiDeepLinkingRequest', target_link_uri: uriOf({ kind: 'choose' }), label: 'PeerGrad' },
      ],
    },
  };
}
