import 'server-only';
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { createAuthEndpoint, getSessionFromCtx } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { anonymous, genericOAuth } from 'better-auth/plugins';
import { z } from 'zod';
import { PASSWORD_LENGTH } from '@/contracts/account';
import { db } from '../db';
import { env } from '../env';
import { logger } from '../logger';
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

/** Paths of better-auth that pages never call: `/api/account/*` does the same with our limits, errors and merges. */
const OWN_ROUTES_INSTEAD = [
  '/sign-in/email',
  '/sign-in/anonymous',
  '/sign-up/email',
  '/delete-anonymous-user',
  '/request-password-reset',
  '/reset-password',
  '/verify-password',
  '/send-verification-email',
  '/verify-email',
  '/change-password',
  '/change-email',
  '/update-user',
  '/update-session',
  '/delete-user',
  '/delete-user/callback',
  '/list-sessions',
  '/revoke-session',
  '/revoke-sessions',
  '/revoke-other-sessions',
  '/link-social',
  '/unlink-account',
  '/list-accounts',
  '/refresh-token',
  '/get-access-token',
  '/account-info',
  '/get-session',
  '/sign-out',
];

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
    disabledPaths: OWN_ROUTES_INSTEAD,
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
