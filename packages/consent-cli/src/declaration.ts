import type { Platform } from "@shiming/consent";
import type { Place } from "./place.ts";

/** A permission, usage key, scope, policy feature or interface that the file declares. */
export interface DeclaredPermission extends Place {
  /** As the platform names it, in full. */
  readonly name: string;
  /** What the platform wants beside the name and the file does not give, such as `reason`. Default none. */
  readonly missing?: readonly string[];
  /** The file says itself that the name is guarded, whether or not the catalogue knows it. Default: the catalogue decides. */
  readonly guarded?: true;
}

/** What the person is told by the platform when it asks: an iOS usage string, a HarmonyOS reason, a WeChat `desc`. */
export interface DeclaredText extends Place {
  /** The permission that it explains. */
  readonly name: string;
  readonly text: string;
}

/** Code of somebody else: an Android component, a mini-program plugin, a script of another host. */
export interface DeclaredSdk extends Place {
  /** Class name, plugin app id or host. */
  readonly name: string;
  /** It runs before the app does (an Android provider), so before anybody can be asked. */
  readonly startsItself: boolean;
}

/** A switch of the platform that decides whether it asks the person first. */
export interface DeclaredSwitch extends Place {
  readonly name: string;
  readonly on: boolean;
}

/** What one file declares, the same for every platform. */
export interface Declaration {
  readonly platform: Platform;
  /** As it was named to the reader. */
  readonly file: string;
  readonly permissions: readonly DeclaredPermission[];
  readonly texts: readonly DeclaredText[];
  readonly sdks: readonly DeclaredSdk[];
  readonly switches: readonly DeclaredSwitch[];
}

/** What a reader gives: the rest is known without reading. */
export type Content = Omit<Declaration, "platform" | "file">;
