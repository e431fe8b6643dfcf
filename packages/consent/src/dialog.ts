export { consentDialog } from "./dialog/consent-dialog.ts";
export type { ConsentDialog, ConsentDialogOptions, DialogListener } from "./dialog/consent-dialog.ts";
export type { DialogAct, DialogDecision } from "./dialog/dialog-decision.ts";
export type { DialogAction, DialogItem, DialogRecipient, DialogState } from "./dialog/dialog-state.ts";
export type { DialogStatus } from "./dialog/progress.ts";
export type { DialogNotice } from "./dialog/question.ts";
