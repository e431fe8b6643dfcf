import type { Platform } from "@shiming/consent";

/** What the platform's own names begin with; where every name asks the person for something, nothing. */
const NAMED: Readonly<Record<Platform, string | undefined>> = {
  android: "android.permission.",
  harmonyos: "ohos.permission.",
  ios: "",
  wechat: "",
  // A policy has features of every kind; the interfaces are guarded because the file says so.
  web: undefined,
};

/** Names, without the beginning, that yield nothing about a person. Short on purpose: what is not here is a note. */
const HARMLESS: ReadonlyMap<Platform, ReadonlySet<string>> = new Map([
  [
    "android",
    new Set([
      "ACCESS_NETWORK_STATE",
      "BIND_APPWIDGET",
      "BIND_CHOOSER_TARGET_SERVICE",
      "BIND_DREAM_SERVICE",
      "BIND_JOB_SERVICE",
      "BIND_PRINT_SERVICE",
      "BIND_QUICK_SETTINGS_TILE",
      "BIND_REMOTEVIEWS",
      "BIND_WALLPAPER",
      "BROADCAST_STICKY",
      "CHANGE_NETWORK_STATE",
      "CHANGE_WIFI_MULTICAST_STATE",
      "CHANGE_WIFI_STATE",
      "DISABLE_KEYGUARD",
      "EXPAND_STATUS_BAR",
      "FLASHLIGHT",
      "FOREGROUND_SERVICE",
      "FOREGROUND_SERVICE_DATA_SYNC",
      "FOREGROUND_SERVICE_MEDIA_PLAYBACK",
      "FOREGROUND_SERVICE_SHORT_SERVICE",
      "FOREGROUND_SERVICE_SPECIAL_USE",
      "INTERNET",
      "KILL_BACKGROUND_PROCESSES",
      "MODIFY_AUDIO_SETTINGS",
      "NFC",
      "POST_NOTIFICATIONS",
      "REORDER_TASKS",
      "REQUEST_DELETE_PACKAGES",
      "REQUEST_IGNORE_BATTERY_OPTIMIZATIONS",
      "REQUEST_INSTALL_PACKAGES",
      "SCHEDULE_EXACT_ALARM",
      "SET_ALARM",
      "SET_WALLPAPER",
      "SET_WALLPAPER_HINTS",
      "TRANSMIT_IR",
      "USE_BIOMETRIC",
      "USE_EXACT_ALARM",
      "USE_FINGERPRINT",
      "USE_FULL_SCREEN_INTENT",
      "VIBRATE",
      "WAKE_LOCK",
    ]),
  ],
  [
    "harmonyos",
    new Set([
      "ACCESS_BIOMETRIC",
      "ACCESS_NOTIFICATION_POLICY",
      "GET_NETWORK_INFO",
      "INTERNET",
      "KEEP_BACKGROUND_RUNNING",
      "MODIFY_AUDIO_SETTINGS",
      "NFC_CARD_EMULATION",
      "NFC_TAG",
      "PREPARE_APP_TERMINATE",
      "PRINT",
      "PUBLISH_AGENT_REMINDER",
      "RUNNING_LOCK",
      "SET_NETWORK_INFO",
      "SET_WIFI_INFO",
      "STORE_PERSISTENT_DATA",
      "VIBRATE",
    ]),
  ],
]);

/** Whether a name that the catalogue does not know may pass in silence: it is listed, or not the platform's own. */
export function isHarmless(platform: Platform, name: string): boolean {
  const beginning = NAMED[platform];
  if (beginning === undefined || !name.startsWith(beginning)) return true;
  return HARMLESS.get(platform)?.has(name.slice(beginning.length)) === true;
}
