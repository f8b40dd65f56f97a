import { defineConfig } from 'prisma/config';

// `prisma generate` only checks that an engine is there; the native one is a download that offline machines cannot
// make, and migrations run on the WASM engine (scripts/migrate).
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: 'prisma/schema.prisma', migrations: { path: 'prisma/migrations' } });
