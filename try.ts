import { applyMigrations } from '@/server/migrations/apply';
import { startEmbeddedServer } from '@/server/postgres/embedded-server';
import { assertDatabaseFits } from '@/server/postgres/requirements';

console.time('start');
const s = await startEmbeddedServer('/root/try data 한글');
console.timeEnd('start');
console.log(s.url, s.adopted);
await assertDatabaseFits(s.url);
console.log(await applyMigrations(s.url));
console.log(await applyMigrations(s.url));
console.time('again');
const t = await startEmbeddedServer('/root/try data 한글');
console.timeEnd('again');
console.log(t.url, t.adopted);
await s.stop();
