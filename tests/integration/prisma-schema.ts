import { readFileSync } from 'node:fs';

export interface SchemaField {
  model: string;
  /** As prisma/schema.prisma has it, and as the database does. */
  name: string;
  table: string;
  column: string;
  type: string;
  /** Model that it refers to, by a relation on this field alone or with others. */
  refersTo: string | null;
  /** The row goes with what it refers to. */
  cascades: boolean;
}

/** Every scalar field of every model of prisma/schema.prisma. */
export function readSchema(): SchemaField[] {
  const text = readFileSync('prisma/schema.prisma', 'utf8');
  return [...text.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].flatMap(([, model = '', body = '']) => {
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? model;
    const relations = [...body.matchAll(/^\s+\w+\s+(\w+)\??\s+@relation\((.*fields: \[([\w, ]+)\].*)\)/gm)].map(
      ([, target = '', how = '', fields = '']) => ({
        target,
        fields: fields.split(',').map((field) => field.trim()),
        cascades: how.includes('onDelete: Cascade'),
      }),
    );
    return [...body.matchAll(/^\s+(\w+)\s+(\w+)(?:\[\])?\??(.*)$/gm)]
      .filter(
        ([line, , type = '']) =>
          !line.includes('@relation') && /^(String|Int|BigInt|Float|Boolean|DateTime|Json|Bytes)$/.test(type),
      )
      .map(([, name = '', type = '', rest = '']) => {
        const relation = relations.find(({ fields }) => fields.includes(name));
        return {
          ...{ model, name, table, type },
          column: /@map\("(\w+)"\)/.exec(rest)?.[1] ?? name,
          refersTo: relation?.target ?? null,
          cascades: relation?.cascades ?? false,
        };
      });
  });
}
