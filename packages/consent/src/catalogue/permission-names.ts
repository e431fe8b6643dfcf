import type { KnownField } from "@shiming/contract";
import type { PermissionGroupId } from "./permission-groups.ts";

/** Where an app declares what it may read. */
export type Platform = "android" | "ios" | "harmonyos" | "wechat" | "web";

/**
 * What each name yields. An empty list is something personal that the vocabulary has no name for, or an act and no
 * data: then the app says which of its purposes needs it.
 */
export type GuardedNames = Readonly<Record<string, readonly KnownField[]>>;

const PHOTOS = ["photos", "id-document-copy", "face-image"] as const;
const LOCATION = ["location", "trajectory"] as const;
/** One interface opens the camera, the microphone or both. */
const CAPTURED = [...PHOTOS, "microphone-audio"] as const;
const DEVICE = ["device-identifier"] as const;

/**
 * Manifest permissions, usage keys, scopes, policy features and interfaces. A name without a dot leaves out the prefix
 * of its platform, such as `android.permission.`. One that ends with `.*` stands for itself and for all below it.
 */
export const PERMISSION_NAMES: Readonly<Record<PermissionGroupId, Readonly<Record<Platform, GuardedNames>>>> =
  {
    camera: {
      android: { CAMERA: PHOTOS, FOREGROUND_SERVICE_CAMERA: PHOTOS },
      ios: { NSCameraUsageDescription: PHOTOS },
      harmonyos: { CAMERA: PHOTOS },
      wechat: { "scope.camera": PHOTOS, "wx.chooseMedia": PHOTOS },
      web: {
        camera: PHOTOS,
        "navigator.mediaDevices.*": CAPTURED,
        "navigator.getUserMedia": CAPTURED,
        "navigator.webkitGetUserMedia": CAPTURED,
      },
    },
    microphone: {
      android: {
        RECORD_AUDIO: ["microphone-audio"],
        FOREGROUND_SERVICE_MICROPHONE: ["microphone-audio"],
      },
      ios: {
        NSMicrophoneUsageDescription: ["microphone-audio"],
        NSSpeechRecognitionUsageDescription: ["microphone-audio"],
      },
      harmonyos: { MICROPHONE: ["microphone-audio"] },
      wechat: { "scope.record": ["microphone-audio"] },
      web: { microphone: ["microphone-audio"] },
    },
    storage: {
      android: {
        READ_MEDIA_IMAGES: PHOTOS,
        READ_MEDIA_VIDEO: PHOTOS,
        READ_MEDIA_VISUAL_USER_SELECTED: PHOTOS,
        READ_MEDIA_AUDIO: [],
        READ_EXTERNAL_STORAGE: PHOTOS,
        WRITE_EXTERNAL_STORAGE: PHOTOS,
        MANAGE_EXTERNAL_STORAGE: PHOTOS,
        ACCESS_MEDIA_LOCATION: ["location"],
      },
      ios: { NSPhotoLibraryUsageDescription: PHOTOS, NSPhotoLibraryAddUsageDescription: [] },
      harmonyos: {
        READ_IMAGEVIDEO: PHOTOS,
        WRITE_IMAGEVIDEO: PHOTOS,
        READ_MEDIA: PHOTOS,
        WRITE_MEDIA: PHOTOS,
        MEDIA_LOCATION: ["location"],
      },
      wechat: { "scope.writePhotosAlbum": [] },
      web: {},
    },
    contacts: {
      android: { READ_CONTACTS: ["contacts"], WRITE_CONTACTS: ["contacts"], GET_ACCOUNTS: ["contacts"] },
      ios: { NSContactsUsageDescription: ["contacts"] },
      harmonyos: { READ_CONTACTS: ["contacts"], WRITE_CONTACTS: ["contacts"] },
      wechat: { "wx.chooseContact": ["contact-phone"], "scope.addPhoneContact": [] },
      web: { "navigator.contacts.*": ["contacts", "contact-phone"] },
    },
    location: {
      android: {
        ACCESS_COARSE_LOCATION: LOCATION,
        ACCESS_FINE_LOCATION: LOCATION,
        ACCESS_BACKGROUND_LOCATION: LOCATION,
        FOREGROUND_SERVICE_LOCATION: LOCATION,
      },
      ios: {
        NSLocationWhenInUseUsageDescription: LOCATION,
        NSLocationAlwaysAndWhenInUseUsageDescription: LOCATION,
        NSLocationAlwaysUsageDescription: LOCATION,
        NSLocationUsageDescription: LOCATION,
        NSLocationTemporaryUsageDescriptionDictionary: LOCATION,
        "UIBackgroundModes.location": LOCATION,
      },
      harmonyos: {
        APPROXIMATELY_LOCATION: LOCATION,
        LOCATION,
        LOCATION_IN_BACKGROUND: LOCATION,
      },
      wechat: {
        "scope.userFuzzyLocation": LOCATION,
        "scope.userLocation": LOCATION,
        "scope.userLocationBackground": LOCATION,
        "wx.getFuzzyLocation": LOCATION,
        "wx.getLocation": LOCATION,
        "wx.onLocationChange": LOCATION,
        "wx.startLocationUpdate": LOCATION,
        "wx.startLocationUpdateBackground": LOCATION,
        "requiredBackgroundModes.location": LOCATION,
        "wx.chooseLocation": ["location", "address"],
        "wx.choosePoi": ["location", "address"],
        "wx.chooseAddress": ["address"],
      },
      web: { geolocation: LOCATION, "navigator.geolocation.*": LOCATION },
    },
    phone: {
      android: {
        READ_PHONE_STATE: DEVICE,
        READ_PRIVILEGED_PHONE_STATE: DEVICE,
        READ_BASIC_PHONE_STATE: [],
        READ_PHONE_NUMBERS: ["mobile-number"],
        CALL_PHONE: [],
        ANSWER_PHONE_CALLS: [],
        ACCEPT_HANDOVER: [],
        USE_SIP: [],
        "com.android.voicemail.permission.ADD_VOICEMAIL": [],
      },
      ios: {},
      harmonyos: {
        GET_TELEPHONY_STATE: DEVICE,
        GET_PHONE_NUMBERS: ["mobile-number"],
        ANSWER_CALL: [],
        MANAGE_VOICEMAIL: [],
      },
      wechat: { getPhoneNumber: ["mobile-number"] },
      web: {},
    },
    sms: {
      android: {
        READ_SMS: ["sms-messages"],
        RECEIVE_SMS: ["sms-messages"],
        RECEIVE_MMS: ["sms-messages"],
        RECEIVE_WAP_PUSH: ["sms-messages"],
        SEND_SMS: [],
      },
      ios: {},
      harmonyos: {
        READ_MESSAGES: ["sms-messages"],
        READ_CELL_MESSAGES: ["sms-messages"],
        RECEIVE_SMS: ["sms-messages"],
        RECEIVE_MMS: ["sms-messages"],
        RECEIVE_WAP_MESSAGES: ["sms-messages"],
        SEND_MESSAGES: [],
      },
      wechat: {},
      web: { "otp-credentials": ["sms-messages"], OTPCredential: ["sms-messages"] },
    },
    "call-log": {
      android: {
        READ_CALL_LOG: ["call-log"],
        WRITE_CALL_LOG: ["call-log"],
        PROCESS_OUTGOING_CALLS: ["call-log"],
      },
      ios: {},
      harmonyos: { READ_CALL_LOG: ["call-log"], WRITE_CALL_LOG: ["call-log"] },
      wechat: {},
      web: {},
    },
    calendar: {
      android: { READ_CALENDAR: ["calendar"], WRITE_CALENDAR: [] },
      ios: {
        NSCalendarsUsageDescription: ["calendar"],
        NSCalendarsFullAccessUsageDescription: ["calendar"],
        NSCalendarsWriteOnlyAccessUsageDescription: [],
        NSRemindersUsageDescription: ["calendar"],
        NSRemindersFullAccessUsageDescription: ["calendar"],
      },
      harmonyos: { READ_CALENDAR: ["calendar"], WRITE_CALENDAR: [], READ_WHOLE_CALENDAR: ["calendar"] },
      wechat: { "scope.addPhoneCalendar": [] },
      web: {},
    },
    sensors: {
      android: {
        BODY_SENSORS: [],
        BODY_SENSORS_BACKGROUND: [],
        ACTIVITY_RECOGNITION: [],
        HIGH_SAMPLING_RATE_SENSORS: [],
        FOREGROUND_SERVICE_HEALTH: [],
        "android.permission.health.*": [],
      },
      ios: {
        NSMotionUsageDescription: [],
        NSHealthShareUsageDescription: [],
        NSHealthUpdateUsageDescription: [],
      },
      harmonyos: { ACTIVITY_MOTION: [], READ_HEALTH_DATA: [], ACCELEROMETER: [], GYROSCOPE: [] },
      wechat: { "scope.werun": [] },
      web: {
        accelerometer: [],
        gyroscope: [],
        magnetometer: [],
        "ambient-light-sensor": [],
        "Accelerometer.*": [],
        "LinearAccelerationSensor.*": [],
        "GravitySensor.*": [],
        "Gyroscope.*": [],
        "Magnetometer.*": [],
        "AbsoluteOrientationSensor.*": [],
        "RelativeOrientationSensor.*": [],
        "AmbientLightSensor.*": [],
        "DeviceMotionEvent.*": [],
        "DeviceOrientationEvent.*": [],
      },
    },
    clipboard: {
      android: { "android.content.ClipboardManager": ["clipboard"] },
      ios: { "UIPasteboard.general": ["clipboard"] },
      harmonyos: { READ_PASTEBOARD: ["clipboard"] },
      wechat: { "wx.getClipboardData": ["clipboard"] },
      web: {
        "clipboard-read": ["clipboard"],
        "navigator.clipboard": ["clipboard"],
        "navigator.clipboard.read": ["clipboard"],
        "navigator.clipboard.readText": ["clipboard"],
      },
    },
    "installed-apps": {
      android: {
        QUERY_ALL_PACKAGES: ["installed-apps"],
        PACKAGE_USAGE_STATS: ["installed-apps"],
        GET_TASKS: ["installed-apps"],
        "com.android.permission.GET_INSTALLED_APPS": ["installed-apps"],
      },
      ios: {},
      harmonyos: { GET_INSTALLED_BUNDLE_LIST: ["installed-apps"] },
      wechat: {},
      web: {},
    },
    "advertising-id": {
      android: {
        "com.google.android.gms.permission.AD_ID": ["advertising-identifier"],
        "com.asus.msa.SupplementaryDID.ACCESS": ["advertising-identifier"],
      },
      ios: { NSUserTrackingUsageDescription: ["advertising-identifier"] },
      harmonyos: { APP_TRACKING_CONSENT: ["advertising-identifier"] },
      wechat: {},
      web: {
        "attribution-reporting": ["advertising-identifier"],
        "browsing-topics": ["advertising-identifier"],
      },
    },
    "device-id": {
      android: { "android.provider.Settings.Secure.ANDROID_ID": DEVICE, LOCAL_MAC_ADDRESS: DEVICE },
      ios: { "UIDevice.identifierForVendor": DEVICE },
      harmonyos: { "ohos.permission.sec.ACCESS_UDID": DEVICE },
      wechat: {},
      web: {
        "local-fonts": DEVICE,
        queryLocalFonts: DEVICE,
        "window.queryLocalFonts": DEVICE,
        "navigator.mediaDevices.enumerateDevices": DEVICE,
        "navigator.userAgentData.*": DEVICE,
      },
    },
    "network-neighbours": {
      android: {
        ACCESS_WIFI_STATE: [],
        NEARBY_WIFI_DEVICES: [],
        BLUETOOTH: [],
        BLUETOOTH_ADMIN: [],
        BLUETOOTH_ADVERTISE: [],
        BLUETOOTH_CONNECT: [],
        BLUETOOTH_SCAN: [],
        RANGING: [],
        UWB_RANGING: [],
      },
      ios: {
        NSBluetoothAlwaysUsageDescription: [],
        NSBluetoothPeripheralUsageDescription: [],
        NSLocalNetworkUsageDescription: [],
      },
      harmonyos: {
        GET_WIFI_INFO: [],
        GET_WIFI_LOCAL_MAC: DEVICE,
        ACCESS_BLUETOOTH: [],
        USE_BLUETOOTH: [],
        DISCOVER_BLUETOOTH: [],
        ACCESS_NEARLINK: [],
        DISTRIBUTED_DATASYNC: [],
      },
      wechat: { "scope.bluetooth": [], "wx.getWifiList": LOCATION },
      web: {
        bluetooth: [],
        hid: [],
        serial: [],
        usb: [],
        "navigator.bluetooth.*": [],
        "navigator.hid.*": [],
        "navigator.serial.*": [],
        "navigator.usb.*": [],
      },
    },
    screen: {
      android: {
        BIND_ACCESSIBILITY_SERVICE: [],
        BIND_NOTIFICATION_LISTENER_SERVICE: [],
        FOREGROUND_SERVICE_MEDIA_PROJECTION: [],
      },
      ios: {},
      harmonyos: {},
      wechat: {},
      web: {
        "display-capture": [],
        "idle-detection": [],
        "navigator.mediaDevices.getDisplayMedia": [],
        "IdleDetector.*": [],
      },
    },
    "self-start": {
      android: { RECEIVE_BOOT_COMPLETED: [] },
      ios: {},
      harmonyos: {},
      wechat: {},
      web: {},
    },
  };

/**
 * Names of HarmonyOS with the grant mode `system_grant`: nobody is asked, so no reason is shown. The others are
 * `user_grant` (OpenHarmony, zh-cn/application-dev/security/AccessToken/permissions-for-all.md and its neighbours).
 */
export const GRANTED_BY_SYSTEM: readonly string[] = [
  "GET_TELEPHONY_STATE",
  "GET_PHONE_NUMBERS",
  "ACCELEROMETER",
  "GYROSCOPE",
  "ohos.permission.sec.ACCESS_UDID",
  "GET_WIFI_INFO",
  "GET_WIFI_LOCAL_MAC",
  "USE_BLUETOOTH",
  "DISCOVER_BLUETOOTH",
];
