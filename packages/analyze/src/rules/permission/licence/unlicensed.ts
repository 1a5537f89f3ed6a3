/** A feature that an answer says the person does not have for want of a licence. */
export interface Unlicensed {
  readonly feature: string;
  /** JSON pointer to the item that says so. */
  readonly pointer: string;
  /** The licence that would have it. */
  readonly required?: string;
}

const MAX_DEPTH = 10;
const MAX_FOUND = 50;

/** Names under which services say that somebody has a feature. */
const hasIt = ['assigned', 'enabled', 'entitled', 'licensed', 'available', 'allowed', 'active'];
const whyNot = ['reason', 'reasonCode', 'unavailableReason', 'disabledReason', 'code', 'status', 'message'];
const wanted = ['requiredLicence', 'requiredLicense', 'requires', 'requiredPlan', 'requiredSubscription'];

/** What is bought is called a subscription, and so is what is listened to: with these words beside it, it is bought. */
const boughtSubscription =
  /(?<![a-z])(?:no|not|without|lacks?|missing|requires?|needs?|upgrade|expired|inactive)[\s_.-]?(?:[\w-]{1,20}[\s_.-]){0,3}subscription|subscription[\s_.-]?(?:[\w-]{1,20}[\s_.-]){0,3}(?:required|needed|missing|expired|inactive|ended|suspended|plan|tier|level|includes?|covers?)(?![a-z])/i;

const licenceName =
  /licen[cs]e|licens(?:ed|ing)|entitlement|lizenz|licencia|licenza|ライセンス|라이선스|许可证|授權|授权/i;

/** `LICENCE_REQUIRED`, `NOT_LICENSED`, `missingEntitlement`, `No active subscription`, in a code or a sentence. */
export function speaksOfLicence(text: string): boolean {
  // Most speak of none, and a look at every word for what may stand before it takes its time.
  return licenceName.test(text) || (/subscription/i.test(text) && boughtSubscription.test(text));
}

/** Items of an answer that are switched off and give a licence as the reason. */
export function unlicensedIn(root: unknown): Unlicensed[] {
  const found: Unlicensed[] = [];
  const walk = (value: unknown, pointer: string, called: string, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > MAX_DEPTH || found.length >= MAX_FOUND) return;
    if (!Array.isArray(value)) {
      const item = value as Record<string, unknown>;
      const required = textOf(wanted.map((key) => item[key]).find((text) => textOf(text) !== undefined));
      const isOff = hasIt.some((key) => item[key] === false);
      const reason = whyNot
        .map((key) => textOf(item[key]))
        .find((text) => text !== undefined && speaksOfLicence(text));
      if (isOff && (required !== undefined || reason !== undefined)) {
        const feature =
          textOf(item.name) ?? textOf(item.feature) ?? textOf(item.key) ?? textOf(item.id) ?? called;
        found.push({ feature, pointer, ...(required === undefined ? {} : { required }) });
        return;
      }
    }
    for (const [name, member] of Object.entries(value)) {
      const token = name.replaceAll('~', '~0').replaceAll('/', '~1');
      walk(member, `${pointer}/${token}`, Array.isArray(value) ? called : name, depth + 1);
    }
  };
  walk(root, '', '', 0);
  return found;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 60) : undefined;
}
