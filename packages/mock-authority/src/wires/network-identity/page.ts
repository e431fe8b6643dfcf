import { hash } from "node:crypto";
import { escapeHtml } from "../../escape-html.ts";
import type { CredentialState, PersonPersona } from "../../personas/people.ts";
import type { Reply } from "../../reply.ts";
import type { AppRequest } from "./app-request.ts";
import type { ClientResult } from "./client-result.ts";

const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0; }
main { max-width: 24rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.25rem; margin: 0.5rem 0; }
.mock { border: 2px dashed; padding: 0.75rem; border-radius: 0.5rem; }
label { display: block; margin-top: 1rem; }
select, input, textarea { display: block; box-sizing: border-box; width: 100%; min-height: 2.75rem; font: inherit; }
.actions { display: flex; gap: 0.75rem; margin-top: 1.5rem; }
button { flex: 1; min-height: 2.75rem; font: inherit; }
:focus-visible { outline: 3px solid; outline-offset: 2px; }
code { overflow-wrap: anywhere; }
`;

const STYLE_SOURCE = `'sha256-${hash("sha256", STYLE, "base64")}'`;

interface Page {
  /** Chinese title, then English. */
  readonly title: string;
  /** HTML below the notice; every value in it is escaped. */
  readonly content: string;
  readonly status: number;
  /** Where the form may lead besides this server, as a source of the content security policy. */
  readonly formTarget?: string;
}

/** No script at all, one style by hash, no frame: nothing on the page can act but its own form. */
function securityPolicy(formTarget = ""): string {
  return [
    "default-src 'none'",
    `style-src ${STYLE_SOURCE}`,
    `form-action 'self' ${formTarget}`.trimEnd(),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

function render({ title, content, status, formTarget }: Page): Reply {
  const body = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<p class="mock" role="note"><strong>模拟页面，不是官方应用。</strong>不要输入真实信息。
<span lang="en"><strong>This is a mock, not the official app.</strong> The exchange behind it is Shiming's own
reference wire; the official one is not public. Enter nothing real.</span></p>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`;
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": securityPolicy(formTarget),
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  };
  return { status, headers, body };
}

const STATES: Readonly<Record<CredentialState, string>> = {
  active: "有效 active",
  expired: "已过期 expired",
  frozen: "已冻结 frozen",
  revoked: "已注销 revoked",
  superseded: "已在别处重新签发 issued again elsewhere",
};

function option({ id, name, networkIdentity }: PersonPersona): string {
  const state = networkIdentity === undefined ? "" : ` · ${STATES[networkIdentity.state]}`;
  return `<option value="${escapeHtml(id)}">${escapeHtml(name)}${state}</option>`;
}

function hidden(name: string, value: string): string {
  return `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`;
}

const PASSWORD_INPUT = `<label for="password">口令（8 位数字） <span lang="en">Password, 8 digits</span></label>
<input id="password" name="password" type="password" inputmode="numeric" pattern="[0-9]{8}" maxlength="8" autocomplete="off" aria-describedby="hint">
<p id="hint">模拟口令见 <code>/_mock/catalogue</code>。 <span lang="en">The mock passwords are listed there.</span></p>`;

/** What the approval page shows. */
export interface ApprovalPage {
  readonly request: AppRequest;
  /** People who hold a credential. */
  readonly holders: readonly PersonPersona[];
  /** URL the form posts to. */
  readonly action: string;
}

function formTargetOf(returnUrl: URL | undefined): string {
  if (returnUrl === undefined) return "";
  return returnUrl.origin === "null" ? returnUrl.protocol : returnUrl.origin;
}

/** The page on which the user picks a credential and approves or cancels. Works without script. */
export function approvalPage({ request, holders, action }: ApprovalPage): Reply {
  const { orgID, appID, bizSeq, type, returnUrl } = request;
  const content = `<p>应用 <code>${escapeHtml(orgID)}/${escapeHtml(appID)}</code> 请求核验您的网络身份。
<span lang="en">An app asks to verify your network identity.</span></p>
<form method="post" action="${escapeHtml(action)}">
${hidden("orgID", orgID)}
${hidden("appID", appID)}
${hidden("bizSeq", bizSeq)}
${hidden("type", type)}
${returnUrl === undefined ? "" : hidden("returnUrl", returnUrl.href)}
<label for="persona">选择凭证 <span lang="en">Credential</span></label>
<select id="persona" name="persona">
${holders.map(option).join("\n")}
</select>
${type === "1" ? PASSWORD_INPUT : ""}
<div class="actions">
<button type="submit" name="action" value="approve">同意 <span lang="en">Approve</span></button>
<button type="submit" name="action" value="cancel" formnovalidate>取消 <span lang="en">Cancel</span></button>
</div>
</form>`;
  const title = "网络身份认证（模拟） Network identity (mock)";
  return render({ title, content, status: 200, formTarget: formTargetOf(returnUrl) });
}

function copyField(name: string, value: string | undefined): string {
  if (value === undefined) return "";
  return `<label for="${name}">${name}</label>
<textarea id="${name}" rows="4" readonly>${escapeHtml(value)}</textarea>`;
}

/** The page that shows a result when there is no app to go back to. */
export function resultPage(
  { resultCode, resultDesc, idCardAuthData, certPwdData }: ClientResult,
  status: number,
): Reply {
  const content = `<p role="status"><code>${escapeHtml(resultCode)}</code> ${escapeHtml(resultDesc)}</p>
${copyField("idCardAuthData", idCardAuthData)}
${copyField("certPwdData", certPwdData)}`;
  return render({ title: "结果（模拟） Result (mock)", content, status });
}
