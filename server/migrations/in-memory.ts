import 'server-only';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import {
  type ColumnType,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
} from '@prisma/driver-adapter-utils';

/** Column types that the engine's questions to the catalogue are answered in, by type number (`pg_type.oid`). */
const COLUMN_TYPES: Record<number, ColumnType> = {
  16: ColumnTypeEnum.Boolean,
  18: ColumnTypeEnum.Text, // "char", which adapter-pg refuses
  19: ColumnTypeEnum.Text, // name
  20: ColumnTypeEnum.Int64,
  21: ColumnTypeEnum.Int32,
  23: ColumnTypeEnum.Int32,
  25: ColumnTypeEnum.Text,
  26: ColumnTypeEnum.Int64, // oid
  1003: ColumnTypeEnum.TextArray, // name[]
  1005: ColumnTypeEnum.Int32Array,
  1007: ColumnTypeEnum.Int32Array,
  1009: ColumnTypeEnum.TextArray,
  1043: ColumnTypeEnum.Text,
  1184: ColumnTypeEnum.DateTime,
};

function columnType(oid: number): ColumnType {
  const type = COLUMN_TYPES[oid];
  if (type === undefined)
    throw new Error(`The schema engine read a column of PostgreSQL type ${oid}: add it to COLUMN_TYPES`);
  return type;
}

function open(): SqlDriverAdapter {
  const database = new PGlite({ extensions: { pg_trgm } });
  const run = ({ sql, args }: SqlQuery) => database.query<unknown[]>(sql, args, { rowMode: 'array' });
  const adapter: Omit<SqlDriverAdapter, 'startTransaction'> = {
    provider: 'postgres',
    adapterName: 'pglite',
    async queryRaw(query) {
      const { fields, rows } = await run(query);
      return {
        columnNames: fields.map((field) => field.name),
        columnTypes: fields.map((field) => columnType(field.dataTypeID)),
        rows,
      };
    },
    executeRaw: async (query) => (await run(query)).affectedRows ?? 0,
    executeScript: async (script) => void (await database.exec(script)),
    dispose: () => database.close(),
  };
  return {
    ...adapter,
    // The engine writes its own BEGIN and COMMIT into scripts; one connection has no use for more.
    startTransaction: () => Promise.reject(new Error('A schema is compared without transactions')),
  };
}

/** An empty PostgreSQL in memory for each connection that the schema engine asks for; to author migrations only. */
export const inMemoryPostgres: SqlMigrationAwareDriverAdapterFactory = {
  provider: 'postgres',
  adapterName: 'pglite',
  connect: async () => open(),
  connectToShadowDb: async () => open(),
};
