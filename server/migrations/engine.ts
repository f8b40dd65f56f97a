import 'server-only';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';
import type pg from 'pg';

let loading: Promise<typeof SchemaEngine> | undefined;

/** Node 20 cannot import a `.wasm` file, so what the package's own entry would do is done here. */
async function load(): Promise<typeof SchemaEngine> {
  const file = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(file), {
    './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports,
  });
  const wasm = instance.exports as WebAssembly.Exports & { __wbindgen_start(): void };
  const bindings = glue as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void };
  bindings.__wbg_set_wasm(wasm);
  wasm.__wbindgen_start();
  return glue.SchemaEngine;
}

/** Prisma's own schema engine, without the native program that its command line would download. */
export async function openSchemaEngine(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  datamodels?: [string, string][],
): Promise<SchemaEngine> {
  loading ??= load();
  const Engine = await loading;
  return Engine.new({ datamodels }, () => undefined, bindMigrationAwareSqlAdapterFactory(adapter));
}

/** adapter-pg cuts a script at every semicolon, which breaks function bodies and texts; the server can take it whole. */
export class WholeScriptPg extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const pool: pg.Pool = adapter.underlyingDriver();
    adapter.executeScript = async (script) => {
      await pool.query(script);
    };
    return adapter;
  }
}

export const NO_FILTER = { externalTables: [], externalEnums: [] };
