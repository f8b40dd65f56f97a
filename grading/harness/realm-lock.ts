import { ALLOWED_GLOBALS, ALLOWED_MEMBERS } from './realm-allow-list';

const { getPrototypeOf } = Object;

/** Intrinsics that have no name of their own. */
function namelessIntrinsics(): [string, unknown][] {
  const generator = getPrototypeOf(function* () {}) as object;
  const asyncGenerator = getPrototypeOf(async function* () {}) as { prototype: object };
  const iterator: unknown = Reflect.get(globalThis, 'Iterator');
  const nameless: [string, unknown][] = [
    ['%TypedArray%', getPrototypeOf(Int8Array)],
    ['%GeneratorFunction%', generator.constructor],
    ['%AsyncFunction%', getPrototypeOf(async () => {}).constructor],
    ['%AsyncGeneratorFunction%', asyncGenerator.constructor],
    ['%AsyncIterator%', getPrototypeOf(asyncGenerator.prototype)],
    ['%ArrayIterator%', getPrototypeOf([][Symbol.iterator]())],
    ['%StringIterator%', getPrototypeOf(''[Symbol.iterator]())],
    ['%MapIterator%', getPrototypeOf(new Map().keys())],
    ['%SetIterator%', getPrototypeOf(new Set().keys())],
    ['%RegExpStringIterator%', getPrototypeOf('a'.matchAll(/a/g))],
  ];
  if (typeof iterator !== 'function') return nameless;
  const from = Reflect.get(iterator, 'from') as (from: object) => { map(each: (value: unknown) => unknown): object };
  const wrapped = from({ next() {} });
  nameless.push(['%WrapForValidIterator%', getPrototypeOf(wrapped)]);
  nameless.push(['%IteratorHelper%', getPrototypeOf(wrapped.map((value) => value))]);
  return nameless;
}

/** Every intrinsic of the allow-list that this realm has, by its path there. */
function intrinsics(realm: object): Map<string, object> {
  const found = new Map<string, object>();
  const named = [...ALLOWED_GLOBALS].map((name) => [name, Reflect.get(realm, name)] as [string, unknown]);
  for (const [name, value] of [...named, ...namelessIntrinsics()]) {
    let path = name;
    let member: unknown = value;
    while (ALLOWED_MEMBERS.has(path) && (typeof member === 'object' || typeof member === 'function') && member) {
      found.set(path, member);
      member = Reflect.getOwnPropertyDescriptor(member, 'prototype')?.value;
      path += '.prototype';
    }
  }
  return found;
}

const WELL_KNOWN = new Set(Reflect.ownKeys(Symbol).map((name) => Reflect.get(Symbol, name)));

function remove(from: object, isAllowed: (name: PropertyKey) => boolean): void {
  for (const name of Reflect.ownKeys(from)) {
    if (isAllowed(name) || Reflect.deleteProperty(from, name)) continue;
    // What cannot be deleted may still be emptied; a test in a real browser proves that nothing is left over.
    Reflect.defineProperty(from, name, { value: undefined });
  }
}

/**
 * Removes from the realm every global, and every property of an intrinsic, that is not on the allow-list: fetch, storage,
 * messaging, timers, clocks, and whatever a newer browser adds. What our own code needs must have been captured before.
 */
export function closeRealm(realm: object): void {
  for (const [path, intrinsic] of intrinsics(realm)) {
    const members = ALLOWED_MEMBERS.get(path);
    remove(intrinsic, (name) =>
      typeof name === 'symbol' ? WELL_KNOWN.has(name) : members?.has(String(name)) === true,
    );
  }
  // The interfaces that the global object itself is an instance of: WorkerGlobalScope, EventTarget.
  for (let level = getPrototypeOf(realm); level && level !== Object.prototype; level = getPrototypeOf(level)) {
    remove(level, () => false);
  }
  remove(realm, (name) => typeof name === 'string' && ALLOWED_GLOBALS.has(name));
  const silent = () => {};
  const console = { log: silent, info: silent, warn: silent, error: silent, debug: silent };
  Reflect.defineProperty(realm, 'console', { value: Object.freeze(console), configurable: true });
}

/** Makes a property that instances may shadow by plain assignment, which a frozen data property forbids. */
function allowShadowing(owner: object, name: PropertyKey, value: unknown): void {
  Object.defineProperty(owner, name, {
    get: () => value,
    set(this: object, shadow: unknown) {
      if (this === owner) throw new TypeError(`${String(name)} cannot be assigned`);
      Object.defineProperty(this, name, { value: shadow, writable: true, enumerable: true, configurable: true });
    },
    configurable: true,
    enumerable: false,
  });
}

function openForShadowing(prototype: object): void {
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    if ('value' in descriptor && descriptor.configurable) allowShadowing(prototype, name, descriptor.value);
  }
}

/** Freezes a value and all that it leads to, except what is in `seen`. */
export function freezeDeeply(value: unknown, seen: Set<unknown> = new Set()): void {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) return;
  seen.add(value);
  Object.freeze(value);
  freezeDeeply(getPrototypeOf(value), seen);
  for (const name of Reflect.ownKeys(value)) {
    const descriptor = Reflect.getOwnPropertyDescriptor(value, name);
    freezeDeeply(descriptor?.value, seen);
    freezeDeeply(descriptor?.get, seen);
    freezeDeeply(descriptor?.set, seen);
  }
}

/**
 * Freezes every intrinsic and the globals that hold them, after the library is loaded and before learner code is, so that
 * the harness sees the language as it is. Call once, after {@link closeRealm}.
 */
export function freezeRealm(realm: object): void {
  const found = intrinsics(realm);
  for (const [path, intrinsic] of found) {
    if (path === 'Object.prototype' || path.endsWith('Error.prototype')) openForShadowing(intrinsic);
  }
  const seen = new Set<unknown>([realm]);
  for (const intrinsic of found.values()) freezeDeeply(intrinsic, seen);
  for (const name of Reflect.ownKeys(realm)) {
    const { value } = Reflect.getOwnPropertyDescriptor(realm, name) ?? {};
    freezeDeeply(value, seen);
    Reflect.defineProperty(realm, name, { writable: false, configurable: false });
  }
}
