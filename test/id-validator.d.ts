/** The parts of id-validator 1.3.0 that are compared; it ships no types. */
declare module "id-validator" {
  class IDValidator {
    /** With the table of region codes it also refuses what is not in it. */
    constructor(regions?: Readonly<Record<string, string>>);
    isValid(id: string): boolean;
  }
  export = IDValidator;
}

declare module "id-validator/src/GB2260.js" {
  const regions: Readonly<Record<string, string>>;
  export = regions;
}
