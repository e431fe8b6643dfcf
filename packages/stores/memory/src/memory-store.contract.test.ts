import { testStore } from "@shiming/contract-tests";
import { describe, it } from "vitest";
import { createMemoryStore } from "./memory-store.ts";

testStore(
  { describe, it },
  { name: "the memory store", open: async (clock) => createMemoryStore({ clock }) },
);
