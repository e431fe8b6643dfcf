/** Whether a name has the form the vendor accepts: 2 to 25 Han characters, a middle dot only between them. */
export function isPersonName(value: string): boolean {
  return value.length <= 50 && /^(?=.{2,25}$)\p{Script=Han}+(?:·\p{Script=Han}+)*$/u.test(value);
}
