/** The file that a configuration came from, to point at a part of it. */
export interface ConfigSource {
  readonly file: string;
  /** Where an id first stands in quotes; 1 where it does not. */
  lineOf(id: string): number;
}

/** Looks ids up in the text of a configuration. */
export function configSource(file: string, text: string): ConfigSource {
  const lines = text.split(/\r\n|\r|\n/);
  return {
    file,
    lineOf: (id) => {
      const quoted = ['"', "'", "`"].map((quote) => `${quote}${id}${quote}`);
      return (
        Math.max(
          0,
          lines.findIndex((line) => quoted.some((one) => line.includes(one))),
        ) + 1
      );
    },
  };
}
