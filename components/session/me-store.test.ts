import { afterEach, expect, test, vi } from 'vitest';
import { refreshMe } from './me-store';

afterEach(() => vi.unstubAllGlobals());

test('only the first answer may be one that was asked for early', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    return Response.json({ error: { code: 'forbidden' } }, { status: 403 });
  });
  await refreshMe();
  await refreshMe();
  await refreshMe();
  expect(asked).toHaveLength(3);
  expect(asked[0]).toBe('/api/me');
  expect(asked.slice(1)).not.toContain('/api/me');
});
