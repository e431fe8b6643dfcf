import type { KnownField } from "@shiming/contract";
import type { LocalizedText } from "./localized-text.ts";

/**
 * The classes of sensitive personal information: S1 biometrics, S2 belief, S3 specific identity, S4 health,
 * S5 financial accounts, S6 movement, S7 under 14, S8 other (TC260-PG-20244A; GB/T 45574-2025).
 */
export type SensitiveClass = "S1" | "S2" | "S3" | "S4" | "S5" | "S6" | "S7" | "S8";

/** A class of personal information: sensitive, or one of GB/T 43697-2024 annex B. */
export type FieldClass =
  | SensitiveClass
  | "authentication"
  | "basic"
  | "communication"
  | "contact"
  | "contacts"
  | "device"
  | "education-work"
  | "health"
  | "identity"
  | "location"
  | "network-identifier"
  | "organisation"
  | "property"
  | "transaction"
  | "vehicle"
  | "other";

/** General data level of GB/T 43697-2024: 4 harms most. */
export type FieldLevel = 1 | 2 | 3 | 4;

/** How a field is called in a notice, and whether it counts as sensitive. */
export interface FieldLabel extends LocalizedText {
  /**
   * Sensitive personal information (PIPL 28). An ID number is treated so by default: GB/T 35273-2020 annex B and
   * METHOD 2.3 do, GB/T 45574-2025 lists only the photo of the card.
   */
  readonly sensitive: boolean;
  /** Default `other`. One of S1 to S8 makes the field sensitive. */
  readonly class?: FieldClass;
  /** Default 4 for a sensitive field, else 2; a lower level than the class allows is raised. */
  readonly level?: FieldLevel;
}

/** A label with nothing left to default. */
export type CompleteLabel = Required<FieldLabel>;

type OrdinaryClass = { readonly class: Exclude<FieldClass, SensitiveClass>; readonly level?: 1 | 2 | 3 };

const plain = (en: string, zh: string, { class: kind, level = 2 }: OrdinaryClass): CompleteLabel => ({
  en,
  zh,
  sensitive: false,
  class: kind,
  level,
});
const sensitive = (en: string, zh: string, kind: FieldClass): CompleteLabel => ({
  en,
  zh,
  sensitive: true,
  class: kind,
  level: 4,
});

/** One label for each known field: the type keeps the table whole. */
export const FIELD_LABELS: Readonly<Record<KnownField, CompleteLabel>> = {
  account: plain("Account", "账号", { class: "network-identifier" }),
  address: plain("Address", "地址", { class: "basic" }),
  "advertising-identifier": plain("Advertising identifier", "广告标识符", { class: "device" }),
  age: plain("Age", "年龄", { class: "basic" }),
  "appointment-department": sensitive("Department booked", "预约挂号的科室", "S4"),
  "appointment-hospital": sensitive("Hospital booked", "预约挂号的医院", "S4"),
  "arrival-place": plain("Place of arrival", "到达地", { class: "location" }),
  "bank-card-number": sensitive("Bank card number", "银行卡号码", "S5"),
  "bank-of-deposit": plain("Bank of deposit", "开户银行信息", { class: "property" }),
  calendar: plain("Calendar", "日历", { class: "other" }),
  "call-log": sensitive("Call log", "通话记录", "communication"),
  "check-in-time": plain("Check-in time", "入住时间", { class: "transaction" }),
  "check-out-time": plain("Check-out time", "退房时间", { class: "transaction" }),
  clipboard: plain("Clipboard", "剪贴板内容", { class: "other" }),
  "condition-description": sensitive("Description of the condition", "病情描述", "S4"),
  "contact-details": plain("Contact details", "联系方式", { class: "contact" }),
  "contact-phone": plain("Contact phone", "联系电话", { class: "contact", level: 3 }),
  contacts: sensitive("Address book", "通讯录", "contacts"),
  "credit-code": plain("Unified social credit code", "统一社会信用代码", { class: "organisation", level: 1 }),
  "departure-place": plain("Place of departure", "出发地", { class: "location" }),
  "departure-time": plain("Departure time", "出发时间", { class: "transaction" }),
  "device-identifier": plain("Device identifier", "设备标识符", { class: "device", level: 3 }),
  "driving-licence": plain("Driving licence", "驾驶证件信息", { class: "identity" }),
  "entity-name": plain("Name of the entity", "单位名称", { class: "organisation", level: 1 }),
  "face-image": sensitive("Face image", "人脸图像", "S1"),
  "fund-account": sensitive("Fund account", "资金账户", "S5"),
  gender: plain("Gender", "性别", { class: "basic" }),
  "hotel-name": plain("Name of the hotel", "入住酒店名称", { class: "transaction" }),
  "id-document-copy": sensitive("Copy of the identity document", "证件影印件", "S8"),
  "id-document-number": sensitive("Identity document number", "证件号码", "identity"),
  "id-document-type": plain("Identity document type", "证件类型", { class: "identity" }),
  "id-document-validity": plain("Identity document validity", "证件有效期限", { class: "identity" }),
  "im-contact-account-list": plain(
    "Contact accounts inside the messaging service",
    "即时通信联系人账号列表",
    { class: "contacts" },
  ),
  "installed-apps": plain("List of installed apps", "应用安装列表", { class: "device" }),
  "item-name": plain("Name of the article", "寄递物品的名称", { class: "transaction" }),
  "item-nature": plain("Nature of the article", "寄递物品的性质", { class: "transaction" }),
  "item-quantity": plain("Quantity of the article", "寄递物品的数量", { class: "transaction" }),
  "legal-representative-id-number": sensitive(
    "Identity document number of the legal representative",
    "法定代表人证件号码",
    "identity",
  ),
  "legal-representative-name": plain("Name of the legal representative", "法定代表人姓名", {
    class: "basic",
  }),
  location: sensitive("Location", "位置信息", "S8"),
  "marital-status": plain("Marital status", "婚姻状况", { class: "basic" }),
  "microphone-audio": sensitive("Sound from the microphone", "麦克风录音", "S1"),
  "mobile-number": plain("Mobile number", "移动电话号码", { class: "contact", level: 3 }),
  name: plain("Name", "姓名", { class: "basic" }),
  "network-identity-credential": sensitive(
    "Network identity credential",
    "网络身份认证凭证",
    "authentication",
  ),
  "network-identity-subject": plain("App-scoped network identity", "网络身份应用标识", {
    class: "network-identifier",
  }),
  "one-tap-token": plain("One-tap login token", "一键登录令牌", { class: "authentication" }),
  "passenger-type": plain("Passenger type", "旅客类型", { class: "transaction" }),
  "payment-account": sensitive("Payment account", "支付账号", "S5"),
  "payment-amount": plain("Payment amount", "支付金额", { class: "transaction" }),
  "payment-channel": plain("Payment channel", "支付渠道", { class: "transaction" }),
  "payment-time": plain("Payment time", "支付时间", { class: "transaction" }),
  "performance-session": plain("Performance session", "观演场次", { class: "transaction" }),
  photos: sensitive("Photo album", "相册", "other"),
  "property-address": plain("Address of the home", "房屋地址", { class: "property" }),
  "property-area-layout": plain("Floor area or layout", "面积、户型", { class: "property" }),
  "property-price-rent": plain("Expected price or rent", "期望售价或租金", { class: "property" }),
  resume: plain("Résumé", "简历", { class: "education-work" }),
  "seat-class": plain("Seat class", "席别、舱位等级", { class: "transaction" }),
  "seat-number": plain("Seat number", "座位号", { class: "transaction" }),
  "service-number": plain("Train, ship or flight number", "车次、船次、航班号", { class: "transaction" }),
  "sms-messages": sensitive("Text messages", "短信内容", "communication"),
  trajectory: sensitive("Movement track", "行踪轨迹", "S6"),
  "travel-time": plain("Travel time", "旅游时间", { class: "transaction" }),
  "vehicle-identification-number": plain("Vehicle identification number", "车辆识别号码", {
    class: "vehicle",
  }),
  "vehicle-licence-number": plain("Vehicle licence number", "车辆行驶证号", { class: "vehicle" }),
  "vehicle-plate-colour": plain("Vehicle plate colour", "车牌颜色", { class: "vehicle" }),
  "vehicle-plate-number": plain("Vehicle plate number", "车牌号", { class: "vehicle" }),
};
