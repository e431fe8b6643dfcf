import { ConsentError, type Field } from "@shiming/contract";
import { describe, expect, it, vi } from "vitest";
import { definePurpose } from "./purpose.ts";
import { plainParts, SUBJECT } from "./test-support/community.ts";
import { decide, service } from "./test-support/services.ts";
import { MINUTE } from "./test-support/times.ts";

const nearby = definePurpose({ ...plainParts, id: "nearby", required: [], optional: ["location"] });

async function granted() {
  const { consent, clock } = service();
  const record = await decide(consent, nearby, { optional: ["location"] });
  const grant = await consent.grant(nearby, SUBJECT, { optional: ["location"] });
  return { consent, clock, record, grant };
}

describe("a guarded source", () => {
  it("is read for a grant that covers its field, once for each call", async () => {
    const { consent, grant } = await granted();
    const read = vi.fn<() => string>(() => "31.23,121.47");
    const source = consent.source("location", read);

    expect(read).not.toHaveBeenCalled();
    expect(await source.read(grant)).toBe("31.23,121.47");
    expect(read).toHaveBeenCalledTimes(1);
  });

  it("is not touched without a grant that holds, also for callers without types", async () => {
    const { consent, record, grant } = await granted();
    const read = vi.fn<() => string>(() => "31.23,121.47");
    const source = consent.source("location", read);
    // Callers without types pass anything.
    const untyped = source as unknown as { read(grant: unknown): Promise<string> };

    await expect(untyped.read(undefined)).rejects.toThrow(ConsentError);
    await expect(untyped.read({ ...grant })).rejects.toThrow(ConsentError);
    await expect(source.read(grant, { recipient: "stranger" })).rejects.toThrow(ConsentError);
    await consent.withdraw(record.id);
    await expect(source.read(grant)).rejects.toThrow(expect.objectContaining({ code: "CONSENT_WITHDRAWN" }));
    expect(read).not.toHaveBeenCalled();
  });

  it("gives a fresh value again without another read, for as long as it was told to", async () => {
    const { consent, clock, grant } = await granted();
    const read = vi.fn<() => string>(() => "31.23,121.47");
    const source = consent.source("location", read, { keepForMs: MINUTE });

    await Promise.all([source.read(grant), source.read(grant), source.read(grant)]);
    expect(read).toHaveBeenCalledTimes(1);
    clock.advance(MINUTE);
    await source.read(grant);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it("does not give one person's value to another", async () => {
    const { consent, grant } = await granted();
    await decide(consent, nearby, { optional: ["location"], subject: "account-2" });
    const other = await consent.grant(nearby, "account-2", { optional: ["location"] });
    const read = vi.fn<() => string>().mockReturnValueOnce("here").mockReturnValueOnce("there");
    const source = consent.source("location", read, { keepForMs: MINUTE });

    expect([await source.read(grant), await source.read(other)]).toEqual(["here", "there"]);
  });

  it("does not keep what failed, nor give what it kept after a withdrawal", async () => {
    const { consent, record, grant } = await granted();
    const read = vi.fn<() => Promise<string>>();
    read.mockRejectedValueOnce(new Error("no fix yet")).mockResolvedValueOnce("31.23,121.47");
    const source = consent.source("location", read, { keepForMs: MINUTE });

    await expect(source.read(grant)).rejects.toThrow("no fix yet");
    expect(await source.read(grant)).toBe("31.23,121.47");
    await consent.withdraw(record.id);
    await expect(source.read(grant)).rejects.toThrow(ConsentError);
  });

  it("names what is wrong with its making", () => {
    const { consent } = service();

    expect(() => consent.source("locatoin" as Field, () => "")).toThrow(
      expect.objectContaining({ code: "INVALID_OPTION", path: "source.field" }),
    );
    expect(() => consent.source("location", () => "", { keepForMs: -1 })).toThrow(
      expect.objectContaining({ path: "source.keepForMs" }),
    );
  });
});
