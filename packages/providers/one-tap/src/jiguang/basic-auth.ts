/** The `authorization` header of HTTP Basic (RFC 7617 2). */
export function basicAuth(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
}
