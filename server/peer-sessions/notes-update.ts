import 'server-only';
import * as Y from 'yjs';
import { AppError } from '../errors';

/** The one text of a session's document. */
const TEXT = 'notes';

/**
 * Refuses what is no update of a plain text in Yjs' first encoding: noise, other types than the one text, embedded objects,
 * formats, sub-documents. An editor that met one of those would break; the notes are letters and nothing else.
 * @throws {AppError} `invalid-input`
 */
export function requireTextUpdate(update: Uint8Array): void {
  let structs: ReturnType<typeof Y.decodeUpdate>['structs'];
  try {
    ({ structs } = Y.decodeUpdate(update));
    // Decoding alone does not see everything that integrating would stumble over.
    Y.applyUpdate(new Y.Doc(), update);
  } catch (cause) {
    throw new AppError('invalid-input', { cause });
  }
  if (!structs.every(isPlainText)) throw new AppError('invalid-input');
}

function isPlainText(struct: unknown): boolean {
  if (struct instanceof Y.GC || struct instanceof Y.Skip) return true;
  if (!(struct instanceof Y.Item)) return false;
  const { content, parentSub } = struct;
  // Where a neighbour is named, the parent is the neighbour's; else it is the name of a root.
  const parent: unknown = struct.parent;
  const isInText = parent === TEXT || (parent === null && (struct.origin !== null || struct.rightOrigin !== null));
  return isInText && parentSub === null && (content instanceof Y.ContentString || content instanceof Y.ContentDeleted);
}

/** The rows of a document as one update. What waits for updates that have not come yet is kept. */
export function compact(updates: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  const whole = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return whole;
}

/** What the notes say. */
export function textOf(updates: readonly Uint8Array[]): string {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  const text = doc.getText(TEXT).toString();
  doc.destroy();
  return text;
}
