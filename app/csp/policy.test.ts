import { expect, test } from 'vitest';
import { pagePolicy } from './policy';

const production = { dev: false, https: false };

test('scripts run from this site and from what is named, never from anything inline', () => {
  const policy = pagePolicy(["'sha256-abc='"], production);
  expect(policy).toContain("script-src 'self' 'sha256-abc=';");
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
});

test('nothing else is fetched, framed or posted elsewhere', () => {
  const policy = pagePolicy([], production);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("form-action 'self'");
  expect(policy).toContain("base-uri 'none'");
});

test('eval is for development only', () => {
  expect(pagePolicy([], { dev: true, https: false })).toContain("'unsafe-eval'");
  expect(pagePolicy([], production)).not.toContain('eval');
});

test('requests are upgraded only where the site is reached by https', () => {
  expect(pagePolicy([], { dev: false, https: true })).toContain('upgrade-insecure-requests');
  expect(pagePolicy([], production)).not.toContain('upgrade-insecure-requests');
});
