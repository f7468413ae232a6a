import { isOffline } from '../../shared/accessCode/codeFacts';
import { Refusal } from '../../shared/refusal';
import type { AccessCode } from '../../shared/schema/accessCode';

/** Seam: igloohome offline access codes, dormakaba Oracode: what the lock computes can't be changed afterwards. */
export function refuseOffline(code: AccessCode, fix: string): void {
	if (!isOffline(code) || code.dormakaba_oracode_metadata?.is_extendable === true) return;
	throw new Refusal(
		`Access code ${code.access_code_id} is an offline code, which can't be changed`,
		{
			parameter: 'accessCodeId',
			fix,
		},
	);
}
