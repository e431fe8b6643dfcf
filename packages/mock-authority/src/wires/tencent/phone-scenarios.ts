import { createHash } from "node:crypto";
import type { Carrier, PersonPersona } from "../../personas/people.ts";
import type { Scenario } from "../../wire.ts";
import { rows, stateRows, UNKNOWN_PHONE, UNKNOWN_ID_NUMBER } from "./scenario-rows.ts";
import { SPECIAL_NAMES } from "./special-names.ts";

function phoneVerificationScenarios(subscriber: PersonPersona, other: PersonPersona): Scenario[] {
  const agreed = { Phone: subscriber.phone ?? "", IdCard: subscriber.idNumber, Name: subscriber.name };
  const detailed = { ...agreed, VerifyMode: "1" };
  const { name, idNumber } = other;
  return rows("PhoneVerification", [
    ["match", "Phone, number and name are one person's.", agreed, "0"],
    ["mismatch", "The phone is somebody else's.", { ...agreed, IdCard: idNumber, Name: name }, "-4"],
    ["id-mismatch", "Only the ID number disagrees.", { ...detailed, IdCard: idNumber }, "-4"],
    ["name-mismatch", "Only the name disagrees.", { ...detailed, Name: name }, "-4"],
    [
      "both-mismatch",
      "Name and ID number are another person's.",
      { ...detailed, IdCard: idNumber, Name: name },
      "-4",
    ],
    [
      "name-and-id-disagree",
      "Name and ID number belong to nobody together.",
      { ...detailed, IdCard: idNumber, Name: "测试人" },
      "-4",
    ],
    [
      "other-mismatch",
      "Nobody has that ID number.",
      { ...detailed, IdCard: UNKNOWN_ID_NUMBER, Name: name },
      "-4",
    ],
    ["malformed-phone", "The phone has ten digits.", { ...agreed, Phone: agreed.Phone.slice(1) }, "-6"],
    [
      "malformed-number",
      "The check character is wrong.",
      { ...agreed, IdCard: `${agreed.IdCard.slice(0, 17)}9` },
      "-7",
    ],
    ["malformed-name", "The name has Latin letters.", { ...agreed, Name: "Nobody" }, "-8"],
    ["no-record", "A phone no record has.", { ...agreed, Phone: UNKNOWN_PHONE }, "-9"],
    ...stateRows(agreed, { busy: "-11", "daily-limit": "-12", segment: "-13" }),
  ]);
}

const CARRIER_ACTIONS: Readonly<Record<Carrier, string>> = {
  移动: "PhoneVerificationCMCC",
  联通: "PhoneVerificationCUCC",
  电信: "PhoneVerificationCTCC",
};

function carrierScenarios(subscriber: PersonPersona, other: PersonPersona): Scenario[] {
  const { carrier = "移动", phone = "", idNumber, name } = subscriber;
  const agreed = { Phone: phone, IdCard: idNumber, Name: name };
  return rows(CARRIER_ACTIONS[carrier], [
    ["match", "Phone, number and name are one person's.", agreed, "0"],
    ["mismatch", "The name is somebody else's.", { ...agreed, Name: other.name }, "-4"],
    ["malformed-phone", "The phone has ten digits.", { ...agreed, Phone: phone.slice(1) }, "-6"],
    ["malformed-number", "The ID number is cut short.", { ...agreed, IdCard: idNumber.slice(0, 17) }, "-7"],
    ["malformed-name", "The name has Latin letters.", { ...agreed, Name: "Nobody" }, "-8"],
    ["no-record", "A phone no record has.", { ...agreed, Phone: UNKNOWN_PHONE }, "-9"],
    ["other-carrier", "The phone is another carrier's.", { ...agreed, Phone: other.phone ?? "" }, "-13"],
    ...stateRows(agreed, { busy: "-11", segment: "-13" }),
  ]);
}

function phoneAndNameScenarios(subscriber: PersonPersona, other: PersonPersona): Scenario[] {
  const { phone: Mobile = "", name: Name } = subscriber;
  const agreed = { Mobile, Name };
  return rows("CheckPhoneAndName", [
    ["match", "Phone and name are one person's.", agreed, "0"],
    ["mismatch", "The name is somebody else's.", { ...agreed, Name: other.name }, "1"],
    ["no-record", "A phone no record has.", { ...agreed, Mobile: UNKNOWN_PHONE }, "-1"],
    ["malformed-name", "The name has Latin letters.", { ...agreed, Name: "Nobody" }, "-4"],
    ["malformed-phone", "The phone has ten digits.", { ...agreed, Mobile: Mobile.slice(1) }, "-5"],
    ...stateRows(agreed, { busy: "-3", "daily-limit": "-6", segment: "-13" }),
  ]);
}

const sha256 = (value: string): string => createHash("sha256").update(value).digest("hex");

function encryptedPhoneScenarios(subscriber: PersonPersona, other: PersonPersona): Scenario[] {
  const { phone = "", idNumber, name } = subscriber;
  const agreed = {
    Phone: sha256(phone),
    IdCard: sha256(idNumber),
    Name: sha256(name),
    EncryptionMode: "2",
  };
  const plain = { Phone: phone, IdCard: idNumber, Name: name, EncryptionMode: "0" };
  return rows("EncryptedPhoneVerification", [
    ["match", "The digests are those of one person.", agreed, "0"],
    ["plain-match", "Not hashed, and one person's.", plain, "0"],
    ["mismatch", "The name is somebody else's.", { ...agreed, Name: sha256(other.name) }, "-4"],
    ["malformed-number", "The ID number is not a digest.", { ...agreed, IdCard: idNumber }, "-7"],
    ["malformed-phone", "The phone is not a digest.", { ...agreed, Phone: phone }, "-8"],
    ["no-record", "A phone no record has.", { ...agreed, Phone: sha256(UNKNOWN_PHONE) }, "-9"],
    ["busy", "A name that finds the vendor busy.", { ...agreed, Name: sha256(SPECIAL_NAMES.busy) }, "-11"],
    [
      "throttled",
      "A name that has been asked for too fast.",
      { ...agreed, Name: sha256(SPECIAL_NAMES.throttled) },
      "RequestLimitExceeded",
    ],
  ]);
}

/** Of every action that takes a phone. The subscribers are one of each carrier. */
export function phoneScenarios(subscribers: readonly PersonPersona[]): readonly Scenario[] {
  const [first, second] = subscribers;
  if (first === undefined || second === undefined) return [];
  return [
    ...phoneVerificationScenarios(first, second),
    ...subscribers.flatMap((subscriber) =>
      carrierScenarios(subscriber, subscriber === first ? second : first),
    ),
    ...phoneAndNameScenarios(first, second),
    ...encryptedPhoneScenarios(first, second),
  ];
}
