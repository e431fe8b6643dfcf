/** The name of the SDK that started something; `undefined` where it was the app or another app. */
export function sdkName(initiator: string | undefined): string | undefined {
  return initiator?.startsWith("sdk:") === true ? initiator.slice("sdk:".length) : undefined;
}
