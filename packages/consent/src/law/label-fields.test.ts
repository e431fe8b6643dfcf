import { KNOWN_FIELDS } from "@shiming/contract";
import { describe, expect, it } from "vitest";
import { FIELD_LABELS } from "../field-labels.ts";
import { completeLabel, knownLabel, labelFields } from "./label-fields.ts";

const words = { en: "Nickname", zh: "昵称" };

describe("completeLabel", () => {
  it("takes level 4 for a sensitive field and 2 for another", () => {
    expect(completeLabel({ ...words, sensitive: true })).toEqual({
      ...words,
      sensitive: true,
      class: "other",
      level: 4,
    });
    expect(completeLabel({ ...words, sensitive: false })).toMatchObject({ sensitive: false, level: 2 });
  });

  it("raises a level below the floor, and keeps one above it", () => {
    expect(completeLabel({ ...words, sensitive: true, level: 2 }).level).toBe(4);
    expect(completeLabel({ ...words, sensitive: false, level: 1 }).level).toBe(2);
    expect(completeLabel({ ...words, sensitive: false, level: 3 }).level).toBe(3);
    expect(completeLabel({ ...words, sensitive: false, class: "organisation" }).level).toBe(1);
  });

  it("takes a class of S1 to S8 for sensitive, whatever the label says", () => {
    expect(completeLabel({ ...words, sensitive: false, class: "S4" })).toMatchObject({
      sensitive: true,
      level: 4,
    });
  });
});

describe("the labels of known fields", () => {
  it.each(KNOWN_FIELDS)("keep the floors: %s", (field) => {
    expect(completeLabel(FIELD_LABELS[field])).toEqual(FIELD_LABELS[field]);
  });

  it("are found for known fields alone", () => {
    expect(knownLabel("face-image")?.class).toBe("S1");
    expect(knownLabel("app:nickname")).toBeUndefined();
    expect(knownLabel("toString" as never)).toBeUndefined();
  });
});

describe("labelFields", () => {
  it("takes a name beside the ID number for an aggregate of class S8", () => {
    expect(labelFields(["name"]).get("name")).toMatchObject({ class: "basic", sensitive: false, level: 2 });
    expect(labelFields(["id-document-number", "name"]).get("name")).toMatchObject({
      class: "S8",
      sensitive: true,
      level: 4,
    });
    const representative = ["legal-representative-name", "legal-representative-id-number"] as const;
    expect(labelFields(representative).get("legal-representative-name")?.class).toBe("S8");
  });

  it("does neither where the ID number does not count as sensitive", () => {
    const labels = labelFields(["name", "id-document-number"], knownLabel, { idNumberSensitive: false });
    expect([...labels.values()].map(({ sensitive, level }) => [sensitive, level])).toEqual([
      [false, 2],
      [false, 3],
    ]);
  });

  it("leaves out what has no label", () => {
    expect([...labelFields(["age", "app:nickname"]).keys()]).toEqual(["age"]);
  });
});
