import { UsageError } from "@shiming/contract";

/**
 * Reads the address of a vendor, or of the mock that stands for it.
 *
 * Anything but a loopback host has to be https, because personal data and signatures travel there.
 *
 * @param path - name of the option, for the message; the value is never in it
 * @throws UsageError `INVALID_OPTION`
 */
export function checkBaseUrl(value: string, path = "baseUrl"): URL {
  const refuse = (rule: string): never => {
    throw new UsageError("INVALID_OPTION", path, rule);
  };
  const url = URL.parse(value) ?? refuse("must be an absolute URL");
  if (url.protocol !== "https:" && url.protocol !== "http:") refuse("must be an https URL");
  if (url.protocol === "http:" && !isLoopback(url.hostname)) {
    refuse("must be https; http is for loopback hosts only");
  }
  if (url.username !== "" || url.password !== "") refuse("must not hold credentials");
  if (url.search !== "" || url.hash !== "") refuse("must not hold a query or a fragment");
  return url;
}

/** RFC 6761 6.3 (`localhost` and names under it), RFC 1122 3.2.1.3 (127/8), RFC 4291 2.5.3 (`::1`). */
function isLoopback(hostname: string): boolean {
  return /^(?:.+\.)?localhost$|^127\.\d+\.\d+\.\d+$|^\[::1\]$/.test(hostname);
}
