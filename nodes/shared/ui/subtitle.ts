// Pieces of the expressions that say on the canvas what a node is set to do. They run in n8n's expression sandbox.

/**
 * A function from a resource locator to the name of what is chosen in it: what its list shows before the first ` · `, or
 * the name typed. Empty where an ID or an expression chooses.
 */
export const CHOSEN_NAME =
	'((at) => at?.mode === "list" ? at.cachedResultName?.split(" · ")[0] ?? ""' +
	' : at?.mode === "name" && !/^=/.test(at.value ?? "") ? at.value ?? "" : "")';

/** A function from words in lower case to the same in Title Case. */
export const TITLE_CASE =
	'((words) => words.replace(/\\b[a-z]/g, (letter) => letter.toUpperCase())' +
	'.replace(/ (In|On|To|Via) /g, (word) => word.toLowerCase()))';
