/**
 * ISO 3166-1 without China's own codes, which no foreigner has: the numeric codes as hexadecimal steps from each to the
 * next.
 */
const NUMERIC_STEPS =
  "4422444431444421144442222824244444444844444a44413244314714424445111413422442242251c44444444444224844" +
  "4444444446244243144224422844444442484211444444432115864444442121115724444442444413625121344444224811" +
  "11468413844444224444444312243b851116a4422e657";

/** The alpha-3 codes: each first letter, with the pairs of letters that follow it. */
const ALPHA_3 =
  "ABWFGGOIALALBNDRERGRMSMTATFTGUSUTZE BDIELENESFAGDGRHRHSIHLMLRLZMUOLRARBRNTNVTWA " +
  "CAFANCKHEHLIVMRODOGOKOLOMPVRIUBUWXRYMYPZE DEUJIMANKOMZA ECUGYRISHSPSTTH FINJILKRAROSM " +
  "GABBREOGYHAIBINLPMBNBNQRCRDRLTMUFUMUY HMDNDRVTIUN IDNMNNDOTRLRNRQSLSRTA JAMEYORPN KAZENGZHMIRNAORWT " +
  "LAOBNBRBYCAIEKASOTUUXVA MAFARCODADGDVEXHLKDLILTMRNENGNPOZRTSRTQUSWIYSYT NAMCLERFKGAICIULDORPLRUZL " +
  "OMN PAKANCNERHLLWNGOLRIRKRTRYSEYF QAT REUOUUSWA SAUDNENGPGSHNJMLBLELVMROMPMRBSDTPURVKVNWEWZXMYCYR " +
  "TCACDGOHAJKKLKMLSONTOUNURUVZA UGAKRMIRYSAZB VATCTENGBIRNMUT WLFSM YEM ZAFMBWE";

/**
 * Whether three digits or three capital letters are the country code of a foreigner: one of ISO 3166-1, and none of
 * China's own. Cards can carry codes that have left that list, so an unknown one deserves a warning, never a refusal.
 *
 * @example
 * ```ts
 * import { isKnownNationality, permanentResidentCard } from "@shiming/identifiers";
 *
 * isKnownNationality("682"); // true: Saudi Arabia
 * permanentResidentCard.parse("932682198501010017", { nationalities: isKnownNationality });
 * ```
 */
export function isKnownNationality(code: string): boolean {
  return isNumeric(code) || isAlpha3(code);
}

function isNumeric(digits: string): boolean {
  let code = 0;
  for (const step of NUMERIC_STEPS) {
    code += Number.parseInt(step, 16);
    if (String(code).padStart(3, "0") === digits) return true;
  }
  return false;
}

function isAlpha3(letters: string): boolean {
  for (const group of ALPHA_3.split(" ")) {
    for (let index = 1; index < group.length; index += 2) {
      if (group.charAt(0) + group.slice(index, index + 2) === letters) return true;
    }
  }
  return false;
}
