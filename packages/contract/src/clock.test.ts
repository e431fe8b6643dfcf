import { expect, it } from "vitest";
import { systemClock } from "@shiming/contract";
it("x", () => { expect(systemClock.now()).toBeGreaterThan(0); });
