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
const DEVICE = ["device-identifier"] as const;

/**
 * Manifest permissions, usage keys, scopes, policy features and interfaces. A name without a dot leaves out the prefix
 * of its platform, such as `android.permission.`.
 */
export const PERMISSION_NAMES: Readonly<Record<PermissionGroupId, Readonly<Record<Platform, GuardedNames>>>> =
  {
    camera: {
      android: { CAMERA: PHOTOS, FOREGROUND_SERVICE_CAMERA: PHOTOS },
      ios: { NSCameraUsageDescription: PHOTOS },
      harmonyos: { CAMERA: PHOTOS },
      wechat: { "scope.camera": PHOTOS, "wx.chooseMedia": PHOTOS },
      web: { camera: PHOTOS },
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
      harmonyos: { READ_IMAGEVIDEO: PHOTOS, WRITE_IMAGEVIDEO: PHOTOS },
      wechat: { "scope.writePhotosAlbum": [] },
      web: {},
    },
    contacts: {
      android: { READ_CONTACTS: ["contacts"], WRITE_CONTACTS: ["contacts"], GET_ACCOUNTS: ["contacts"] },
      ios: { NSContactsUsageDescription: ["contacts"] },
      harmonyos: { READ_CONTACTS: ["contacts"], WRITE_CONTACTS: ["contacts"] },
      wechat: { "wx.chooseContact": ["contact-phone"], "scope.addPhoneContact": [] },
      web: { "navigator.contacts": ["contacts", "contact-phone"] },
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
        "wx.chooseLocation": ["location", "address"],
        "wx.choosePoi": ["location", "address"],
        "wx.chooseAddress": ["address"],
      },
      web: { geolocation: LOCATION },
    },
    phone: {
      android: {
        READ_PHONE_STATE: DEVICE,
        READ_PRIVILEGED_PHONE_STATE: DEVICE,
        READ_PHONE_NUMBERS: ["mobile-number"],
        CALL_PHONE: [],
        ANSWER_PHONE_CALLS: [],
      },
      ios: {},
      harmonyos: { GET_TELEPHONY_STATE: DEVICE, GET_PHONE_NUMBERS: ["mobile-number"] },
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
      harmonyos: { READ_MESSAGES: ["sms-messages"], RECEIVE_SMS: ["sms-messages"], SEND_MESSAGES: [] },
      wechat: {},
      web: { "otp-credentials": ["sms-messages"] },
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
      android: { BODY_SENSORS: [], BODY_SENSORS_BACKGROUND: [], ACTIVITY_RECOGNITION: [] },
      ios: {
        NSMotionUsageDescription: [],
        NSHealthShareUsageDescription: [],
        NSHealthUpdateUsageDescription: [],
      },
      harmonyos: { ACTIVITY_MOTION: [], READ_HEALTH_DATA: [] },
      wechat: { "scope.werun": [] },
      web: { accelerometer: [], gyroscope: [], magnetometer: [] },
    },
    clipboard: {
      android: { "android.content.ClipboardManager": ["clipboard"] },
      ios: { "UIPasteboard.general": ["clipboard"] },
      harmonyos: { READ_PASTEBOARD: ["clipboard"] },
      wechat: { "wx.getClipboardData": ["clipboard"] },
      web: { "clipboard-read": ["clipboard"] },
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
      web: {},
    },
    "network-neighbours": {
      android: {
        ACCESS_WIFI_STATE: [],
        NEARBY_WIFI_DEVICES: [],
        BLUETOOTH_SCAN: [],
      },
      ios: {
        NSBluetoothAlwaysUsageDescription: [],
        NSBluetoothPeripheralUsageDescription: [],
        NSLocalNetworkUsageDescription: [],
      },
      harmonyos: { GET_WIFI_INFO: [], GET_WIFI_LOCAL_MAC: DEVICE, ACCESS_BLUETOOTH: [] },
      wechat: { "scope.bluetooth": [], "wx.getWifiList": LOCATION },
      web: { bluetooth: [] },
    },
    "self-start": {
      android: { RECEIVE_BOOT_COMPLETED: [] },
      ios: {},
      harmonyos: {},
      wechat: {},
      web: {},
    },
  };
