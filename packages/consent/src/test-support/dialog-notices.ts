import type { DialogNotice } from "../dialog.ts";

/** A notice of one required field and two optional ones. */
export const notice: DialogNotice = {
  purposeId: "register",
  reader: "subject",
  locale: "zh",
  title: "注册账号",
  text: "注册账号\n个人信息处理者: 示例有限公司",
  hash: "hash-of-the-notice",
  items: [
    { field: "mobile-number", label: "手机号码", required: true, sensitive: false },
    { field: "contacts", label: "通讯录", required: false, sensitive: false },
    { field: "gender", label: "性别", required: false, sensitive: false },
  ],
};

/** The notice about a recipient that people agree to by an act of its own. */
export const partner: DialogNotice = {
  ...notice,
  recipient: "partner",
  title: "注册账号: 某合作方",
  text: "注册账号: 某合作方",
  hash: "hash-about-the-partner",
};
