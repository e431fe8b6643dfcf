import type { LocalizedText } from "../localized-text.ts";

/** A service that the law opens only to those who show who they are. */
export interface RealNameServiceFacts extends LocalizedText {
  readonly ruleId: "RN-01" | "RN-02";
}

const byCybersecurityLaw = (en: string, zh: string): RealNameServiceFacts => ({ en, zh, ruleId: "RN-01" });
const byFraudLaw = (en: string, zh: string): RealNameServiceFacts => ({ en, zh, ruleId: "RN-02" });

/** The services of a closed list. */
export type RealNameService =
  | "network-access"
  | "domain-registration"
  | "telephone-entry"
  | "information-publishing"
  | "instant-messaging"
  | "proxy-address-translation"
  | "hosting-cloud-cdn"
  | "software-publishing"
  | "online-transactions"
  | "online-games"
  | "live-stream-publishing"
  | "advertising-promotion";

/** The services of CSL 26(1) and of the Anti-Telecom-Fraud Law 21, the only ones that have to ask. */
export const REAL_NAME_SERVICES: Readonly<Record<RealNameService, RealNameServiceFacts>> = {
  "network-access": byCybersecurityLaw("Network access", "网络接入"),
  "domain-registration": byCybersecurityLaw("Domain name registration", "域名注册服务"),
  "telephone-entry": byCybersecurityLaw("Fixed and mobile telephone entry", "固定电话、移动电话等入网手续"),
  "information-publishing": byCybersecurityLaw("Publishing of information", "信息发布"),
  "instant-messaging": byCybersecurityLaw("Instant messaging", "即时通讯"),
  "proxy-address-translation": byFraudLaw("Proxies and address translation", "网络代理等网络地址转换服务"),
  "hosting-cloud-cdn": byFraudLaw(
    "Domain names, hosting, space rental, cloud and content delivery",
    "互联网域名注册、服务器托管、空间租用、云服务、内容分发服务",
  ),
  "software-publishing": byFraudLaw("Publishing of software", "软件发布服务"),
  "online-transactions": byFraudLaw("Online transactions", "网络交易"),
  "online-games": byFraudLaw("Online games", "网络游戏"),
  "live-stream-publishing": byFraudLaw("Publishing of live streams", "网络直播发布"),
  "advertising-promotion": byFraudLaw("Advertising and promotion", "广告推广服务"),
};

/** What the list says of a service; `undefined` for one that is not on it. */
export function realNameServiceFacts(service: string): RealNameServiceFacts | undefined {
  // `Object.hasOwn` has just said that it is a key of the table.
  return Object.hasOwn(REAL_NAME_SERVICES, service)
    ? REAL_NAME_SERVICES[service as RealNameService]
    : undefined;
}
