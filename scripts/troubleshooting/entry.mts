/** What a user meets, and what to do about it. */
export interface Entry {
	/**
	 * The sentences as n8n shows them; `…` stands for what is filled in. A part that the code adds to a sentence (as
	 * "must be true or false") stands inside the whole one.
	 */
	says: string[];
	cause: string;
	/** Left out where the package itself tells a way out with each of these sentences. */
	wayOut?: string;
}

export interface Group {
	title: string;
	intro?: string;
	entries: Entry[];
}
