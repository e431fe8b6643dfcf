/** The code point at an index of the text. */
export function codePointAt(text: string, index: number): number {
  return text.codePointAt(index) ?? 0;
}

/** How many UTF-16 units the code point at an index takes. */
export function widthAt(text: string, index: number): number {
  return codePointAt(text, index) > 0xffff ? 2 : 1;
}

/** How many code points the text has. */
export function countCodePoints(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index += widthAt(text, index)) count++;
  return count;
}
