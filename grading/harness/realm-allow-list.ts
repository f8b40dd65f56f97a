/**
 * All that learner code finds in its realm, by intrinsic: everything else is removed before it is loaded, whatever a
 * newer browser brings. The names are ECMAScript's (https://tc39.es/ecma262/), without what tells the time, shares memory,
 * compiles WebAssembly or is kept for old pages only. `length`, `name`, `prototype` and `constructor` go without saying.
 */
const MEMBERS: Readonly<Record<string, string>> = {
  Object: `
    assign create defineProperties defineProperty entries freeze fromEntries getOwnPropertyDescriptor
    getOwnPropertyDescriptors getOwnPropertyNames getOwnPropertySymbols getPrototypeOf groupBy hasOwn is
    isExtensible isFrozen isSealed keys preventExtensions seal setPrototypeOf values`,
  'Object.prototype': 'hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf',
  Function: '',
  'Function.prototype': 'apply bind call toString',
  Array: 'from fromAsync isArray of',
  'Array.prototype': `
    at concat copyWithin entries every fill filter find findIndex findLast findLastIndex flat flatMap forEach
    includes indexOf join keys lastIndexOf map pop push reduce reduceRight reverse shift slice some sort splice
    toLocaleString toReversed toSorted toSpliced toString unshift values with`,
  Number: `
    EPSILON MAX_SAFE_INTEGER MAX_VALUE MIN_SAFE_INTEGER MIN_VALUE NEGATIVE_INFINITY NaN POSITIVE_INFINITY isFinite
    isInteger isNaN isSafeInteger parseFloat parseInt`,
  'Number.prototype': 'toExponential toFixed toLocaleString toPrecision toString valueOf',
  Boolean: '',
  'Boolean.prototype': 'toString valueOf',
  String: 'fromCharCode fromCodePoint raw',
  'String.prototype': `
    at charAt charCodeAt codePointAt concat endsWith includes indexOf isWellFormed lastIndexOf localeCompare match
    matchAll normalize padEnd padStart repeat replace replaceAll search slice split startsWith substr substring
    toLocaleLowerCase toLocaleUpperCase toLowerCase toString toUpperCase toWellFormed trim trimEnd trimLeft
    trimRight trimStart valueOf`,
  Symbol: `
    asyncDispose asyncIterator dispose for hasInstance isConcatSpreadable iterator keyFor match matchAll replace
    search species split toPrimitive toStringTag unscopables`,
  'Symbol.prototype': 'description toString valueOf',
  BigInt: 'asIntN asUintN',
  'BigInt.prototype': 'toLocaleString toString valueOf',
  Promise: 'all allSettled any race reject resolve try withResolvers',
  'Promise.prototype': 'catch finally then',
  RegExp: '',
  'RegExp.prototype': `
    dotAll exec flags global hasIndices ignoreCase multiline source sticky test toString unicode unicodeSets`,
  Error: 'isError stackTraceLimit',
  'Error.prototype': 'message toString',
  AggregateError: '',
  'AggregateError.prototype': 'message',
  Math: `
    E LN10 LN2 LOG10E LOG2E PI SQRT1_2 SQRT2 abs acos acosh asin asinh atan atan2 atanh cbrt ceil clz32 cos cosh
    exp expm1 f16round floor fround hypot imul log log10 log1p log2 max min pow random round sign sin sinh sqrt
    sumPrecise tan tanh trunc`,
  JSON: 'isRawJSON parse rawJSON stringify',
  Reflect: `
    apply construct defineProperty deleteProperty get getOwnPropertyDescriptor getPrototypeOf has isExtensible
    ownKeys preventExtensions set setPrototypeOf`,
  Proxy: 'revocable',
  Map: 'groupBy',
  'Map.prototype': 'clear delete entries forEach get getOrInsert getOrInsertComputed has keys set size values',
  Set: '',
  'Set.prototype': `
    add clear delete difference entries forEach has intersection isDisjointFrom isSubsetOf isSupersetOf keys size
    symmetricDifference union values`,
  WeakMap: '',
  'WeakMap.prototype': 'delete get getOrInsert getOrInsertComputed has set',
  WeakSet: '',
  'WeakSet.prototype': 'add delete has',
  ArrayBuffer: 'isView',
  'ArrayBuffer.prototype': 'byteLength detached maxByteLength resizable resize slice transfer transferToFixedLength',
  DataView: '',
  'DataView.prototype': `
    buffer byteLength byteOffset getBigInt64 getBigUint64 getFloat16 getFloat32 getFloat64 getInt16 getInt32
    getInt8 getUint16 getUint32 getUint8 setBigInt64 setBigUint64 setFloat16 setFloat32 setFloat64 setInt16
    setInt32 setInt8 setUint16 setUint32 setUint8`,
  Iterator: 'concat from',
  'Iterator.prototype': 'drop every filter find flatMap forEach map reduce some take toArray',
  '%TypedArray%': 'from of',
  '%TypedArray%.prototype': `
    at buffer byteLength byteOffset copyWithin entries every fill filter find findIndex findLast findLastIndex
    forEach includes indexOf join keys lastIndexOf map reduce reduceRight reverse set slice some sort subarray
    toLocaleString toReversed toSorted toString values with`,
  '%GeneratorFunction%': '',
  '%GeneratorFunction%.prototype': '',
  '%GeneratorFunction%.prototype.prototype': 'next return throw',
  '%AsyncFunction%': '',
  '%AsyncFunction%.prototype': '',
  '%AsyncGeneratorFunction%': '',
  '%AsyncGeneratorFunction%.prototype': '',
  '%AsyncGeneratorFunction%.prototype.prototype': 'next return throw',
  '%ArrayIterator%': 'next',
  '%StringIterator%': 'next',
  '%MapIterator%': 'next',
  '%SetIterator%': 'next',
  '%RegExpStringIterator%': 'next',
  '%IteratorHelper%': 'next return',
  '%WrapForValidIterator%': 'next return',
  '%AsyncIterator%': '',
};

const TYPED_ARRAYS = [
  'Int8Array',
  'Uint8Array',
  'Uint8ClampedArray',
  'Int16Array',
  'Uint16Array',
  'Int32Array',
  'Uint32Array',
  'Float32Array',
  'Float64Array',
  'BigInt64Array',
  'BigUint64Array',
];
const ERRORS = ['EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'];
const VALUES = ['Infinity', 'NaN', 'undefined', 'globalThis', 'console'];
const FUNCTIONS = [
  'eval',
  'isFinite',
  'isNaN',
  'parseFloat',
  'parseInt',
  'decodeURI',
  'decodeURIComponent',
  'encodeURI',
  'encodeURIComponent',
];

const allowed = new Map<string, ReadonlySet<string>>();
const always = ['length', 'name', 'prototype', 'constructor'];
for (const [path, members] of Object.entries(MEMBERS)) {
  allowed.set(path, new Set([...always, ...members.split(/\s+/)]));
}
for (const name of TYPED_ARRAYS) {
  const members = new Set([...always, 'BYTES_PER_ELEMENT']);
  allowed.set(name, members);
  allowed.set(`${name}.prototype`, members);
}
for (const name of ERRORS) {
  allowed.set(name, new Set(always));
  allowed.set(`${name}.prototype`, new Set([...always, 'message']));
}

/** Members that each intrinsic may have: `Array`, `Array.prototype`, `%ArrayIterator%`. */
export const ALLOWED_MEMBERS: ReadonlyMap<string, ReadonlySet<string>> = allowed;

/** Names that the global object may have. */
export const ALLOWED_GLOBALS: ReadonlySet<string> = new Set([
  ...VALUES,
  ...FUNCTIONS,
  ...[...allowed.keys()].filter((path) => /^[A-Za-z0-9]+$/.test(path)),
]);
