import { Refusal } from '../refusal';
import { isEmpty, quoted, readLocator } from './locator';
import { PASTED_CONNECTED_ACCOUNT_ID, pastedId } from './seamId';

/**
 * Reads the value of a connected account locator, or what an expression put in its place. Null if nothing is
 * given, since the account often is a filter, which may stay empty.
 *
 * @throws Refusal naming `parameter` if something is given that is not the ID of an account.
 */
export function readConnectedAccountId(
	value: unknown,
	parameter = 'Connected Account',
): string | null {
	const { given } = readLocator(value);
	if (isEmpty(given)) return null;
	const id = typeof given === 'string' ? pastedId(given, PASTED_CONNECTED_ACCOUNT_ID) : null;
	if (id !== null) return id;
	throw new Refusal(
		`'${parameter}' holds ${quoted(given)}, which is not the ID of a connected account`,
		{
			parameter,
			fix: 'Choose an account from the list, or give its ID.',
		},
	);
}
