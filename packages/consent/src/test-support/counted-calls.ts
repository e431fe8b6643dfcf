/** What a probe wraps: every call of every method is counted, and goes on to the real one. */
export interface CountedCalls<T> {
  readonly probed: T;
  readonly calls: readonly string[];
}

export function countCalls<T extends object>(target: T): CountedCalls<T> {
  const calls: string[] = [];
  const probed = new Proxy(target, {
    get(object, name) {
      const value: unknown = Reflect.get(object, name);
      if (typeof value !== "function") return value;
      return (...args: unknown[]): unknown => {
        calls.push(String(name));
        return Reflect.apply(value, object, args);
      };
    },
  });
  return { probed, calls };
}
