/**
 * Makes something of an object once, and remembers it for as long as that object lives. For objects that do not change,
 * such as purposes, which are frozen.
 */
export function rememberedBy<From extends object, Made>(make: (from: From) => Made): (from: From) => Made {
  const made = new WeakMap<From, Made>();
  return (from) => {
    const known = made.get(from);
    if (known !== undefined) return known;
    const fresh = make(from);
    made.set(from, fresh);
    return fresh;
  };
}
