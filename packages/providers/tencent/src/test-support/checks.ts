/** A preset citizen of the test system of the national game real-name service. */
export const NAME = "某一一";
export const ID_NUMBER = "110000190101010001";
/** In a range that is not given to anyone. */
export const PHONE = "10000000000";
/** The printed example of GB 32100-2015. */
export const CREDIT_CODE = "91350100M000100Y43";
export const ENTITY_NAME = "某某科技有限公司";

export const RESIDENT_ID = { kind: "resident-id", name: NAME, idNumber: ID_NUMBER } as const;
export const RESIDENT_ID_CARD = { ...RESIDENT_ID, validFrom: "2020-01-01", validTo: "2040-01-31" } as const;
export const TWO_ELEMENTS = { kind: "phone", phone: PHONE, name: NAME } as const;
export const THREE_ELEMENTS = { kind: "phone", phone: PHONE, name: NAME, idNumber: ID_NUMBER } as const;
export const COMPANY = { kind: "credit-code", creditCode: CREDIT_CODE, entityName: ENTITY_NAME } as const;
export const COMPANY_WITH_PERSON = { ...COMPANY, legalRepresentative: { name: NAME } } as const;
export const COMPANY_WITH_ID = {
  ...COMPANY,
  legalRepresentative: { name: NAME, idNumber: ID_NUMBER },
} as const;
