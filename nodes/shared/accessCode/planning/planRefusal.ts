import { Refusal } from '../../refusal';
import type { RejectedKind } from './planTypes';

/** A window that could be had instead: ISO 8601, with the kind of code it would get. */
export interface NearestPlanWindow {
	kind: RejectedKind['kind'];
	starts_at: string;
	ends_at: string;
}

/** No kind of code suits the wish: which were considered, why each was ruled out, and what could be had. */
export class PlanRefusal extends Refusal {
	readonly rejected: RejectedKind[];
	readonly nearest: NearestPlanWindow[];

	constructor(
		message: string,
		{ rejected, nearest, ...told }: Pick<PlanRefusal, 'parameter' | 'fix' | 'rejected' | 'nearest'>,
	) {
		super(message, { ...told, facts: { nearest, rejected } });
		this.name = 'PlanRefusal';
		this.rejected = rejected;
		this.nearest = nearest;
	}
}
