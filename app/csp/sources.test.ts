import { expect, test } from 'vitest';
import { isPrerendered, scriptSources } from './sources';

const manifest = { pages: { '/ko': ["'sha256-a'"] }, shared: ["'sha256-theme'"] };

test('a prerendered page is allowed its own scripts and no nonce', () => {
  expect(scriptSources(manifest, '/ko', 'n')).toEqual(["'sha256-a'"]);
  expect(isPrerendered(manifest, '/ko')).toBe(true);
});

test('any other page gets the nonce', () => {
  expect(scriptSources(manifest, '/ko/settings', 'n')).toEqual(["'sha256-theme'", "'nonce-n'"]);
  expect(isPrerendered(manifest, '/ko/settings')).toBe(false);
});

test('a slash at the end and an escaped letter name the same page', () => {
  expect(isPrerendered(manifest, '/ko/')).toBe(true);
  expect(isPrerendered(manifest, '/k%6F')).toBe(true);
});

test('an address that cannot be decoded is no prerendered page', () => {
  expect(isPrerendered(manifest, '/%E0%A4%A')).toBe(false);
});
