import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const MIB = 1024 * 1024;

/** MiB of live objects: what is left after the collector ran. */
export function liveHeap(): number {
  setFlagsFromString("--expose-gc");
  // Typed unknown by Node; it is the collector that the flag above exposes.
  const collect = runInNewContext("gc") as () => void;
  collect();
  return process.memoryUsage().heapUsed / MIB;
}
