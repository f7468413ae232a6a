type Json = Record<string, unknown>;

/** A documented refusal: a request that Seam refuses, and its nearest neighbour that Seam accepts. */
export interface Row {
	/** Section of Seam's documents, or the manufacturer's page, that the refusal comes from. */
	section: string;
	what: string;
	/** Whose likeness the lock has. */
	template: string;
	/** How the refusing lock differs from the template; the neighbour's lock too, unless `acceptedBy` says otherwise. */
	overrides?: Json;
	acceptedBy?: Json;
	/** Codes that the lock holds before. */
	before?: Json[];
	refused: Json;
	accepted: Json;
	/** HTTP status of the refusal; 400 where absent. */
	status?: number;
	/** What the refusal says. */
	says: RegExp;
	/** The path; `/access_codes/create` where absent. */
	path?: string;
}

/** The clock stands here in all rows. */
export const NOW = '2026-06-01T10:00:00Z';
