import type { KnownField } from "@shiming/contract";
import type { LocalizedText } from "./localized-text.ts";

/** How a field is called in a notice, and whether it counts as sensitive. */
export interface FieldLabel extends LocalizedText {
  /**
   * Sensitive personal information (PIPL 28). An ID number is treated so by default: GB/T 35273-2020 annex B and
   * METHOD 2.3 do, GB/T 45574-2025 lists only the photo of the card.
   */
  readonly sensitive: boolean;
}

const plain = (en: string, zh: string): FieldLabel => ({ en, zh, sensitive: false });
const sensitive = (en: string, zh: string): FieldLabel => ({ en, zh, sensitive: true });

/** One label for each known field: the type keeps the table whole. */
export const FIELD_LABELS: Readonly<Record<KnownField, FieldLabel>> = {
  account: plain("Account", "账号"),
  address: plain("Address", "地址"),
  "advertising-identifier": plain("Advertising identifier", "广告标识符"),
  age: plain("Age", "年龄"),
  "appointment-department": plain("Department booked", "预约挂号的科室"),
  "appointment-hospital": plain("Hospital booked", "预约挂号的医院"),
  "arrival-place": plain("Place of arrival", "到达地"),
  "bank-card-number": sensitive("Bank card number", "银行卡号码"),
  "bank-of-deposit": plain("Bank of deposit", "开户银行信息"),
  calendar: plain("Calendar", "日历"),
  "call-log": sensitive("Call log", "通话记录"),
  "check-in-time": plain("Check-in time", "入住时间"),
  "check-out-time": plain("Check-out time", "退房时间"),
  clipboard: plain("Clipboard", "剪贴板内容"),
  "condition-description": sensitive("Description of the condition", "病情描述"),
  "contact-details": plain("Contact details", "联系方式"),
  "contact-phone": plain("Contact phone", "联系电话"),
  contacts: sensitive("Address book", "通讯录"),
  "credit-code": plain("Unified social credit code", "统一社会信用代码"),
  "departure-place": plain("Place of departure", "出发地"),
  "departure-time": plain("Departure time", "出发时间"),
  "device-identifier": plain("Device identifier", "设备标识符"),
  "driving-licence": plain("Driving licence", "驾驶证件信息"),
  "entity-name": plain("Name of the entity", "单位名称"),
  "face-image": sensitive("Face image", "人脸图像"),
  "fund-account": sensitive("Fund account", "资金账户"),
  gender: plain("Gender", "性别"),
  "hotel-name": plain("Name of the hotel", "入住酒店名称"),
  "id-document-copy": sensitive("Copy of the identity document", "证件影印件"),
  "id-document-number": sensitive("Identity document number", "证件号码"),
  "id-document-type": plain("Identity document type", "证件类型"),
  "id-document-validity": plain("Identity document validity", "证件有效期限"),
  "im-contact-account-list": plain("Contact accounts inside the messaging service", "即时通信联系人账号列表"),
  "installed-apps": plain("List of installed apps", "应用安装列表"),
  "item-name": plain("Name of the article", "寄递物品的名称"),
  "item-nature": plain("Nature of the article", "寄递物品的性质"),
  "item-quantity": plain("Quantity of the article", "寄递物品的数量"),
  "legal-representative-id-number": sensitive(
    "Identity document number of the legal representative",
    "法定代表人证件号码",
  ),
  "legal-representative-name": plain("Name of the legal representative", "法定代表人姓名"),
  location: sensitive("Location", "位置信息"),
  "marital-status": plain("Marital status", "婚姻状况"),
  "microphone-audio": sensitive("Sound from the microphone", "麦克风录音"),
  "mobile-number": plain("Mobile number", "移动电话号码"),
  name: plain("Name", "姓名"),
  "network-identity-credential": sensitive("Network identity credential", "网络身份认证凭证"),
  "network-identity-subject": plain("App-scoped network identity", "网络身份应用标识"),
  "one-tap-token": plain("One-tap login token", "一键登录令牌"),
  "passenger-type": plain("Passenger type", "旅客类型"),
  "payment-account": sensitive("Payment account", "支付账号"),
  "payment-amount": plain("Payment amount", "支付金额"),
  "payment-channel": plain("Payment channel", "支付渠道"),
  "payment-time": plain("Payment time", "支付时间"),
  "performance-session": plain("Performance session", "观演场次"),
  photos: sensitive("Photo album", "相册"),
  "property-address": plain("Address of the home", "房屋地址"),
  "property-area-layout": plain("Floor area or layout", "面积、户型"),
  "property-price-rent": plain("Expected price or rent", "期望售价或租金"),
  resume: plain("Résumé", "简历"),
  "seat-class": plain("Seat class", "席别、舱位等级"),
  "seat-number": plain("Seat number", "座位号"),
  "service-number": plain("Train, ship or flight number", "车次、船次、航班号"),
  "sms-messages": sensitive("Text messages", "短信内容"),
  trajectory: sensitive("Movement track", "行踪轨迹"),
  "travel-time": plain("Travel time", "旅游时间"),
  "vehicle-identification-number": plain("Vehicle identification number", "车辆识别号码"),
  "vehicle-licence-number": plain("Vehicle licence number", "车辆行驶证号"),
  "vehicle-plate-colour": plain("Vehicle plate colour", "车牌颜色"),
  "vehicle-plate-number": plain("Vehicle plate number", "车牌号"),
};
