import type { Credentials } from "./catalogue.ts";

/** What the official app hands back to the platform's own app. */
export interface HandBack {
  readonly resultCode: string;
  readonly idCardAuthData: string;
}

/** Plays the user in the official app: opens its page, chooses a person and approves. */
export async function approveInOfficialApp(
  gateway: Credentials,
  { bizSeq, persona }: { bizSeq: string; persona: string },
): Promise<HandBack> {
  const handOff = { orgID: gateway.get("orgId"), appID: gateway.get("appId"), bizSeq, type: "0" };
  const appPage = gateway.get("appPage");
  const page = await fetch(`${appPage}?${new URLSearchParams(handOff).toString()}`);
  const action = /<form[^>]+action="([^"]+)"/.exec(await page.text())?.[1];
  if (action === undefined) throw new Error("the page of the official app has no form");
  const response = await fetch(new URL(action, appPage), {
    method: "POST",
    headers: { accept: "application/json" },
    body: new URLSearchParams({ ...handOff, persona, action: "approve" }),
  });
  // The mock of this very workspace; the caller looks at the code.
  return (await response.json()) as HandBack;
}
