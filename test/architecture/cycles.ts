/** The cycles of a graph, each once: strongly connected nodes, and nodes that name themselves. */
export function cyclesIn(graph: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const reach = new Map([...graph.keys()].map((node) => [node, reachable(graph, node)]));
  const inCycle = [...graph.keys()].filter((node) => reach.get(node)?.has(node));
  const together = (a: string, b: string): boolean => Boolean(reach.get(a)?.has(b) && reach.get(b)?.has(a));
  return inCycle
    .filter((node, index) => !inCycle.slice(0, index).some((earlier) => together(earlier, node)))
    .map((node) => inCycle.filter((other) => other === node || together(node, other)));
}

function reachable(graph: ReadonlyMap<string, readonly string[]>, start: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [...(graph.get(start) ?? [])];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    open.push(...(graph.get(node) ?? []));
  }
  return seen;
}
