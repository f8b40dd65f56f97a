/** Names of exercises and units in the reader's language, by id. */
export interface Titles {
  exercises: ReadonlyMap<string, string>;
  units: ReadonlyMap<string, string>;
}
