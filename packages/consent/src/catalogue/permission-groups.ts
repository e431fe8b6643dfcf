import type { LocalizedText } from "../localized-text.ts";

/** The ten permission groups of the TC260 guide on app permissions, and what else is told to be guarded. */
export type PermissionGroupId =
  | "camera"
  | "microphone"
  | "storage"
  | "contacts"
  | "location"
  | "phone"
  | "sms"
  | "call-log"
  | "calendar"
  | "sensors"
  | "clipboard"
  | "installed-apps"
  | "advertising-id"
  | "device-id"
  | "network-neighbours"
  | "screen"
  | "self-start";

/** What is the same for all names of a group. */
export interface PermissionGroupFacts {
  readonly name: LocalizedText;
  /** One of the ten groups of the guide; the others are our own addition. */
  readonly listed: boolean;
  /** Those of its names that read while the app is not in front. */
  readonly background: readonly string[];
  /** What the app can do instead; absent where nothing else will do. */
  readonly preferInstead?: LocalizedText;
  /** The system offers a way, such as a picker, that needs no permission at all. */
  readonly needsNoPermission: boolean;
}

/** The groups as data; their names on each platform are in `permission-names.ts`. */
export const PERMISSION_GROUP_FACTS: Readonly<Record<PermissionGroupId, PermissionGroupFacts>> = {
  camera: {
    name: { en: "Camera", zh: "相机" },
    listed: true,
    background: ["FOREGROUND_SERVICE_CAMERA"],
    preferInstead: {
      en: "the system's capture screen, or a file input",
      zh: "系统拍摄界面或文件选择",
    },
    needsNoPermission: true,
  },
  microphone: {
    name: { en: "Microphone", zh: "麦克风" },
    listed: true,
    background: ["FOREGROUND_SERVICE_MICROPHONE"],
    needsNoPermission: false,
  },
  storage: {
    name: { en: "Photos and storage", zh: "相册与存储" },
    listed: true,
    background: [],
    preferInstead: { en: "the system's photo or file picker", zh: "系统照片或文件选择器" },
    needsNoPermission: true,
  },
  contacts: {
    name: { en: "Contacts", zh: "通讯录" },
    listed: true,
    background: [],
    preferInstead: { en: "the system's picker for one contact", zh: "系统联系人选择器，一次只选一位" },
    needsNoPermission: true,
  },
  location: {
    name: { en: "Location", zh: "位置" },
    listed: true,
    background: [
      "ACCESS_BACKGROUND_LOCATION",
      "NSLocationAlwaysAndWhenInUseUsageDescription",
      "NSLocationAlwaysUsageDescription",
      "UIBackgroundModes.location",
      "LOCATION_IN_BACKGROUND",
      "scope.userLocationBackground",
      "wx.startLocationUpdateBackground",
      "requiredBackgroundModes.location",
    ],
    preferInstead: {
      en: "the coarse location, once, or an address that the person types",
      zh: "一次性的模糊位置，或由用户填写地址",
    },
    needsNoPermission: false,
  },
  phone: {
    name: { en: "Phone", zh: "电话" },
    listed: true,
    background: [],
    preferInstead: {
      en: "a number that the person types, or the carrier's one-tap login",
      zh: "由用户填写号码，或使用运营商一键登录",
    },
    needsNoPermission: false,
  },
  sms: {
    name: { en: "Text messages", zh: "短信" },
    listed: true,
    background: [],
    preferInstead: { en: "the system's one-time-code autofill", zh: "系统验证码自动填充" },
    needsNoPermission: true,
  },
  "call-log": {
    name: { en: "Call log", zh: "通话记录" },
    listed: true,
    background: [],
    preferInstead: { en: "a feature that works without it", zh: "不依赖通话记录的功能" },
    needsNoPermission: false,
  },
  calendar: {
    name: { en: "Calendar", zh: "日历" },
    listed: true,
    background: [],
    preferInstead: { en: "access that only writes", zh: "仅写入的权限" },
    needsNoPermission: false,
  },
  sensors: {
    name: { en: "Body and motion sensors", zh: "身体与运动传感器" },
    listed: true,
    background: ["BODY_SENSORS_BACKGROUND"],
    needsNoPermission: false,
  },
  clipboard: {
    name: { en: "Clipboard", zh: "剪贴板" },
    listed: false,
    background: [],
    preferInstead: { en: "the system's paste button", zh: "系统粘贴控件" },
    needsNoPermission: true,
  },
  "installed-apps": {
    name: { en: "List of installed apps", zh: "应用安装列表" },
    listed: false,
    background: [],
    preferInstead: { en: "a query for the one app that is meant", zh: "只查询所需的那一个应用" },
    needsNoPermission: true,
  },
  "advertising-id": {
    name: { en: "Advertising identifier", zh: "广告标识符" },
    listed: false,
    background: [],
    preferInstead: { en: "advertising that knows nobody", zh: "不依赖个人标识的广告" },
    needsNoPermission: true,
  },
  "device-id": {
    name: { en: "Device identifier without a permission", zh: "无需权限的设备标识" },
    listed: false,
    background: [],
    preferInstead: {
      en: "a random id of the app's own that the person can reset",
      zh: "应用自身可重置的随机标识",
    },
    needsNoPermission: true,
  },
  "network-neighbours": {
    name: { en: "Wi-Fi list, Bluetooth and MAC address", zh: "无线网络列表、蓝牙与 MAC 地址" },
    listed: false,
    background: [],
    needsNoPermission: false,
  },
  screen: {
    name: { en: "Screen, notifications and presence", zh: "屏幕内容、通知与在场状态" },
    listed: false,
    background: [
      "BIND_ACCESSIBILITY_SERVICE",
      "BIND_NOTIFICATION_LISTENER_SERVICE",
      "FOREGROUND_SERVICE_MEDIA_PROJECTION",
    ],
    needsNoPermission: false,
  },
  "self-start": {
    name: { en: "Start by itself", zh: "自启动" },
    listed: false,
    background: ["RECEIVE_BOOT_COMPLETED"],
    preferInstead: {
      en: "work when the person opens the app, or a push",
      zh: "在用户打开时处理，或使用推送",
    },
    needsNoPermission: false,
  },
};
