import 'server-only';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  DriverAdapterError,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

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
  readonly #pool: pg.Pool;

  constructor(databaseUrl: string) {
    const pool = new pg.Pool({ connectionString: databaseUrl });
    super(pool);
    this.#pool = pool;
  }

  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      await this.#pool.query(script).catch((error) => Promise.reject(readable(error)));
    };
    return adapter;
  }

  /** The engine leaves its connections open. */
  close(): Promise<void> {
    return this.#pool.end();
  }
}

/** The engine repeats an error of this kind in its own; of any other it only says that there was one. */
function readable(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  const { code = '', severity = 'ERROR', message, detail, column, hint } = error;
  return new DriverAdapterError({ kind: 'postgres', code, severity, message, detail, column, hint });
}

export const NO_FILTER = { externalTables: [], externalEnums: [] };
