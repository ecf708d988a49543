/**
 * The few built-ins that the oldest supported engines (Chrome 67, iOS 12) lack and our code or React's ecosystem uses.
 * Imported first of all by app.tsx.
 */
const define = (target: object, name: string, value: unknown) => {
  if (!(name in target)) Object.defineProperty(target, name, { value, configurable: true, writable: true });
};

define(Object, 'fromEntries', <T>(entries: Iterable<readonly [PropertyKey, T]>) => {
  const result: Record<PropertyKey, T> = {};
  for (const [key, value] of Array.from(entries)) result[key] = value;
  return result;
});

define(Array.prototype, 'flat', function flat(this: unknown[], depth = 1): unknown[] {
  return this.reduce<unknown[]>(
    (all, item) => all.concat(Array.isArray(item) && depth > 1 ? (item as unknown[]).flat(depth - 1) : item),
    [],
  );
});

define(Array.prototype, 'flatMap', function flatMap(this: unknown[], f: (v: unknown, i: number) => unknown) {
  return this.map((value, i) => f(value, i)).flat();
});

const at = function at(this: { length: number; [i: number]: unknown }, index: number) {
  const whole = Math.trunc(index) || 0;
  return this[whole < 0 ? this.length + whole : whole];
};
define(Array.prototype, 'at', at);
define(String.prototype, 'at', at);

define(String.prototype, 'replaceAll', function replaceAll(this: string, from: string, to: string) {
  return this.split(from).join(to);
});

define(Promise, 'allSettled', (promises: Iterable<unknown>) =>
  Promise.all(
    Array.from(promises).map((p) =>
      Promise.resolve(p).then(
        (value) => ({ status: 'fulfilled', value }) as const,
        (reason: unknown) => ({ status: 'rejected', reason }) as const,
      ),
    ),
  ),
);
