/** What the demo reads from `GET /_mock/catalogue`, as a tester would. */
export interface DemoCatalogue {
  readonly credentials: (wire: string) => Credentials;
  readonly person: (id: string) => Person;
  readonly company: Company;
}

export interface Credentials {
  readonly baseUrl: string;
  /** A named credential of this wire. */
  readonly get: (name: string) => string;
}

export interface Person {
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
}

export interface Company {
  readonly name: string;
  readonly creditCode: string;
}

interface CatalogueJson {
  readonly wires: readonly { id: string; baseUrl: string; credentials: Record<string, string> }[];
  readonly personas: readonly ({ id: string; kind: string } & Partial<Person & Company>)[];
}

export async function fetchCatalogue(mockUrl: string): Promise<DemoCatalogue> {
  const response = await fetch(`${mockUrl}/_mock/catalogue`);
  // The mock of this very workspace; a part that is missing is found below.
  const { wires, personas } = (await response.json()) as CatalogueJson;
  const persona = (id: string) =>
    found(
      personas.find((one) => one.id === id),
      id,
    );
  return {
    credentials(id) {
      const wire = found(
        wires.find((one) => one.id === id),
        `wire ${id}`,
      );
      return { baseUrl: wire.baseUrl, get: (name) => found(wire.credentials[name], `${id} ${name}`) };
    },
    person(id) {
      const { name, idNumber, phone } = persona(id);
      return {
        name: found(name, "name"),
        idNumber: found(idNumber, "ID number"),
        phone: found(phone, "phone"),
      };
    },
    company: {
      name: found(persona("company-1").name, "company name"),
      creditCode: found(persona("company-1").creditCode, "credit code"),
    },
  };
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the mock's catalogue has no ${what}`);
  return value;
}
