/**
 * A vendor's code, fit for errors and receipts. A code that is in no table may be anything the vendor sent, so only
 * what looks like a code is let through, and nothing with as many digits in a row as a birth date or a phone number.
 */
export function plainVendorCode(code: string): string {
  return /^[\w./:-]{1,80}$/.test(code) && !/\d{8}/.test(code) ? code : "(not a plain code)";
}
