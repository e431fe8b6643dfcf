/** A place in a file, both counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Only the place of something that has one. */
export function placeOf({ line, column }: Place): Place {
  return { line, column };
}
