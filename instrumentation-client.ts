// zod would try `new Function` to see whether it may compile schemas, and the policy would report that on every page.
// Set before any chunk that holds zod is loaded; zod takes the object over (zod/v4/core).
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
