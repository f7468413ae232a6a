import { Refusal } from '../../refusal';
import type { RejectedKind } from './planTypes';

/** A window that could be had instead: ISO 8601, with the kind of code it would get. */
export interface NearestPlanWindow {
	kind: RejectedKind['kind'];
	starts_at: string;
	ends_at: string;
}

/** A stay that the lock holds but for some minutes, which May Be Shorter By allows it to leave out. */
export interface NearlyHeld {
	/** The sentence that refuses it, without its full stop. */
	refusal: string;
	/** What the lock holds: `dormakaba Oracode holds codes from 15:30 to 10:30`. */
	holds: string;
	minutes: number;
	/** When the code works then, on the lock's clock: `until 2027-03-05 10:30`, or a start and an end. */
	works: string;
}

type Told = Pick<PlanRefusal, 'parameter' | 'fix' | 'rejected' | 'nearest' | 'nearlyHeld'>;

/** No kind of code suits the wish: which were considered, why each was ruled out, and what could be had. */
export class PlanRefusal extends Refusal {
	readonly rejected: RejectedKind[];
	readonly nearest: NearestPlanWindow[];
	readonly nearlyHeld: NearlyHeld | undefined;

	constructor(message: string, { rejected, nearest, nearlyHeld, ...told }: Told) {
		super(message, { ...told, facts: { nearest, rejected } });
		this.name = 'PlanRefusal';
		this.rejected = rejected;
		this.nearest = nearest;
		this.nearlyHeld = nearlyHeld;
	}
}
