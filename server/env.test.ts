import { expect, test } from 'vitest';
import { parseEnv } from './env';

test('an empty environment gives a site on 127.0.0.1:3000', () => {
  expect(parseEnv({})).toMatchObject({
    env: { HOST: '127.0.0.1', PORT: 3000, PUBLIC_URL: 'http://127.0.0.1:3000', TRUSTED_PROXIES: [] },
  });
});

test('a variable that is set to nothing counts as unset', () => {
  expect(parseEnv({ PORT: '', DATABASE_URL: '' })).toEqual(parseEnv({}));
});

test.each([
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['PORT', '0'],
  ['HOST', 'not a host'],
  ['PUBLIC_URL', 'course.example.org'],
  ['PUBLIC_URL', 'ftp://course.example.org'],
  ['TRUSTED_PROXIES', '10.0.0.0/8,proxy'],
  ['AUTH_SECRET', 'short'],
  ['DATABASE_URL', 'mysql://localhost/peergrad'],
  ['SMTP_URL', 'mail.example.org'],
  ['LOG_LEVEL', 'loud'],
])('%s=%s is refused by name', (name, value) => {
  expect(parseEnv({ [name]: value })).toEqual({
    problems: expect.arrayContaining([expect.stringMatching(`^${name} `)]),
  });
});

test('a bad secret is not repeated in the message', () => {
  expect(JSON.stringify(parseEnv({ AUTH_SECRET: 'hunter2', DATABASE_URL: 'mysql://me:hunter2@db/x' }))).not.toContain(
    'hunter2',
  );
});

test('mail needs both the server and the sender', () => {
  expect(parseEnv({ SMTP_URL: 'smtp://localhost:25' })).toEqual({
    problems: ['SMTP_FROM is needed together with SMTP_URL'],
  });
});

test('an OpenID provider needs its client', () => {
  expect(parseEnv({ OIDC_ISSUER: 'https://id.example.org', OIDC_CLIENT_ID: 'peergrad' })).toEqual({
    problems: ['OIDC_CLIENT_SECRET is needed together with OIDC_ISSUER and OIDC_CLIENT_ID'],
  });
});

test('the public address defaults to the one that is served', () => {
  expect(parseEnv({ HOST: '::1', PORT: '8080' })).toMatchObject({ env: { PUBLIC_URL: 'http://[::1]:8080' } });
});

test('a path after the public address is dropped', () => {
  expect(parseEnv({ PUBLIC_URL: 'https://course.example.org/ko/' })).toMatchObject({
    env: { PUBLIC_URL: 'https://course.example.org' },
  });
});
