import 'server-only';
import path from 'node:path';
import * as z from 'zod';

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
);

/** An address (`10.0.0.7`, `::1`) or a range of them (`10.0.0.0/8`). */
const AddressRangeSchema = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], {
  error: 'must be IP addresses or CIDR ranges, separated by commas, such as 127.0.0.1,10.0.0.0/8',
});

const EnvSchema = z
  .object({
    NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
    PORT: z.coerce
      .number({ error: 'must be a port number from 1 to 65535' })
      .int()
      .min(1, 'must be a port number from 1 to 65535')
      .max(65_535, 'must be a port number from 1 to 65535')
      .default(3000),
    HOST: z
      .union([z.ipv4(), z.ipv6(), z.hostname()], { error: 'must be an address or a host name' })
      .default('127.0.0.1'),
    /** Where readers find the site. Decides Secure cookies and the links in mails. */
    PUBLIC_URL: z
      .url({ protocol: /^https?$/, error: 'must be a web address such as https://course.example.org' })
      .transform((url) => new URL(url).origin)
      .optional(),
    /** Proxies whose X-Forwarded-For is believed. */
    TRUSTED_PROXIES: list.pipe(z.array(AddressRangeSchema)).default([]),
    /** Signs sessions. `npm start` makes one in the data folder when there is none. */
    AUTH_SECRET: z.string().min(32, 'must have at least 32 characters; `openssl rand -hex 32` makes one').optional(),
    /** Embedded database, secrets and the lock of `npm start`. */
    DATA_DIR: z
      .string()
      .default('.data')
      .transform((folder) => path.resolve(folder)),
    /** A PostgreSQL of your own. Without it `npm start` runs one in the data folder. */
    DATABASE_URL: z
      .url({ protocol: /^postgres(ql)?$/, error: 'must look like postgresql://user:password@host:5432/database' })
      .optional(),
    /** Without it no mail is sent, and staff make one-time links. */
    SMTP_URL: z
      .url({ protocol: /^smtps?$/, error: 'must look like smtps://user:password@mail.example.org:465' })
      .optional(),
    SMTP_FROM: z.string().min(3).optional(),
    OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'must be the web address of an OpenID provider' }).optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    /** Text of the sign-in button. */
    OIDC_NAME: z.string().default('OpenID Connect'),
    /** A bucket for attachments, with its name in the address. Without it they are files in the data folder. */
    S3_BUCKET_URL: z
      .url({
        protocol: /^https?$/,
        error: 'must be the web address of a bucket such as https://s3.example.org/peergrad',
      })
      .optional(),
    S3_ACCESS_KEY_ID: z.string().optional(),
    S3_SECRET_ACCESS_KEY: z.string().optional(),
    S3_REGION: z.string().default('us-east-1'),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  })
  .superRefine((env, context) => {
    for (const group of [
      ['SMTP_URL', 'SMTP_FROM'],
      ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
      ['S3_BUCKET_URL', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'],
    ] as const) {
      const given = group.filter((name) => env[name] !== undefined);
      const missing = group.filter((name) => env[name] === undefined);
      if (given.length === 0) continue;
      for (const name of missing) {
        context.addIssue({ code: 'custom', path: [name], message: `is needed together with ${given.join(' and ')}` });
      }
    }
  })
  .transform((env) => ({ ...env, PUBLIC_URL: env.PUBLIC_URL ?? `http://${urlHost(env.HOST)}:${env.PORT}` }));

export type Env = z.infer<typeof EnvSchema>;

function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/**
 * Reads the settings, or says which variables are wrong and why, one a line.
 *
 * An empty variable counts as unset, as in an `.env` file whose value was left out. Values are never repeated in a
 * message: some are secrets.
 */
export function parseEnv(source: Record<string, string | undefined>): { env: Env } | { problems: string[] } {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = EnvSchema.safeParse(given);
  if (result.success) return { env: result.data };
  return { problems: result.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`) };
}

function readEnvOrExit(): Env {
  const result = parseEnv(process.env);
  if ('env' in result) return result.env;
  process.stderr.write(`Cannot start: bad environment.\n${result.problems.map((line) => `  ${line}\n`).join('')}`);
  process.exit(1);
}

/** The process's settings, read once. */
export const env = readEnvOrExit();
