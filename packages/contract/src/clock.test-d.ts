import { expectTypeOf, it } from "vitest";
import { systemClock } from "@shiming/contract";
it("x", () => { expectTypeOf(systemClock.now()).toBeNumber(); });
