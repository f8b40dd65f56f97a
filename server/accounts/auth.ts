import 'server-only';
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { createAuthEndpoint, getSessionFromCtx } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { anonymous, genericOAuth } from 'better-auth/plugins';
import * as z from 'zod';
import { PASSWORD_LENGTH } from '@/contracts/account';
import { db } from '../db';
import { env } from '../env';
import { logger } from '../logger';
import { takeWaitingInvitations } from '../people/take-invitation';
import { consume, type Limit } from '../rate-limit';
import { CLIENT_ADDRESS_HEADER } from './client-address';
import { rememberGuest } from './guest-cookie';

/** The configured OpenID provider's name in better-auth's paths and in `account.provider_id`. */
export const OIDC_PROVIDER = 'oidc';

const DAY = 24 * 3600;

/** Opens a session for a user whom our own code has identified: a one-time link, a sign-up, a reset. No HTTP path. */
const openSession = createAuthEndpoint.serverOnly(
  { method: 'POST', body: z.object({ userId: z.string() }) },
  async (ctx) => {
    const before = await getSessionFromCtx(ctx, { disableRefresh: true });
    const user = await ctx.context.internalAdapter.findUserById(ctx.body.userId);
    if (!user) throw ctx.error('NOT_FOUND');
    const session = await ctx.context.internalAdapter.createSession(user.id);
    await setSessionCookie(ctx, { session, user });
    if (before?.user.isAnonymous && before.user.id !== user.id) await rememberGuest(ctx, before.session.token);
    return ctx.json({ sessionId: session.id });
  },
);

async function countForAuth(key: string, limit: Limit) {
  const verdict = await consume(`auth:${key}`, limit);
  return { allowed: verdict.allowed, retryAfter: verdict.allowed ? null : verdict.retryAfter };
}

/**
 * The paths of better-auth that are open to the world, under `/api/auth/`: those of OpenID sign-in. For all else there is
 * `/api/account/*`, with our limits, errors and merges.
 */
export const OPEN_AUTH_PATHS: ReadonlySet<string> = new Set(['sign-in/social', `callback/${OIDC_PROVIDER}`]);

function oidcPlugins() {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env;
  if (OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined) return [];
  return [
    genericOAuth({
      config: [
        {
          providerId: OIDC_PROVIDER,
          name: OIDC_NAME,
          discoveryUrl: `${OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
          clientId: OIDC_CLIENT_ID,
          clientSecret: OIDC_CLIENT_SECRET,
          requireIdTokenVerification: true,
          scopes: ['openid', 'email', 'profile'],
        },
      ],
    }),
  ];
}

function makeAuth() {
  if (env.AUTH_SECRET === undefined) throw new Error('AUTH_SECRET is missing: `npm start` makes one.');
  return betterAuth({
    appName: 'PeerGrad',
    baseURL: env.PUBLIC_URL,
    basePath: '/api/auth',
    secret: env.AUTH_SECRET,
    database: prismaAdapter(db, { provider: 'postgresql', transaction: true }),
    trustedOrigins: [env.PUBLIC_URL],
    emailAndPassword: {
      enabled: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
    },
    // Invitations wait for a confirmed address; an identity provider confirms one without a link of ours.
    databaseHooks: { session: { create: { after: ({ userId }) => takeWaitingInvitations(userId) } } },
    session: { expiresIn: 90 * DAY, updateAge: DAY },
    account: {
      // An unverified local account may belong to somebody who typed another's address: a provider never signs in to it.
      accountLinking: { enabled: true, requireLocalEmailVerified: true, allowDifferentEmails: false },
    },
    rateLimit: { enabled: true, window: 60, max: 60, customStorage: { consume: countForAuth } },
    advanced: {
      cookiePrefix: 'peergrad',
      useSecureCookies: env.PUBLIC_URL.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
    },
    onAPIError: { errorURL: `${env.PUBLIC_URL}/ko/sign-in` },
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      log: (_level, message, ...details) => logger.error({ details }, `better-auth: ${message}`),
    },
    plugins: [
      anonymous({
        disableDeleteAnonymousUser: true,
        generateName: () => 'Guest',
        onLinkAccount: ({ ctx, anonymousUser }) => rememberGuest(ctx, anonymousUser.session.token),
      }),
      ...oidcPlugins(),
      { id: 'peergrad', endpoints: { openSession } },
    ],
  });
}

let auth: ReturnType<typeof makeAuth> | undefined;

/** better-auth, made at first use, since building the site reads these modules without an environment. */
export function getAuth(): ReturnType<typeof makeAuth> {
  auth ??= makeAuth();
  return auth;
}
