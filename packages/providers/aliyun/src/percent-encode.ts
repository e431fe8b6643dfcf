/** RFC 3986: everything but letters, digits and `-_.~` goes as UTF-8 bytes in capitals, a space as `%20`. */
export function percentEncode(text: string): string {
  // Half of a surrogate pair has no UTF-8: it becomes U+FFFD, where encodeURIComponent would throw.
  return encodeURIComponent(text.toWellFormed()).replaceAll(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Parameters as they stand in a query or a form, in the order of their names. */
export function encodeParameters(parameters: Readonly<Record<string, string>>): string {
  return Object.entries(parameters)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
    .join("&");
}
