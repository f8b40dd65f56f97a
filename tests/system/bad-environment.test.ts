import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const ENTRIES = [
  'scripts/start.ts',
  'scripts/start-web.ts',
  'server/grader/main.ts',
  'scripts/admin-link.ts',
  'scripts/migrate.ts',
];

test.each(ENTRIES)('%s names a bad variable on stderr and ends with 1', (entry) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', entry],
    { env: { ...process.env, PORT: 'eighty' }, encoding: 'utf8' },
  );
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain('PORT must be a port number from 1 to 65535');
});

test.each(['scripts/start-web.ts', 'server/grader/main.ts'])('%s by itself asks for the database', (entry) => {
  const { status, stderr } = spawnSync(process.execPath, ['--conditions=react-server', '--import', 'tsx', entry], {
    env: { ...process.env, DATABASE_URL: '' },
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toContain('DATABASE_URL');
});
