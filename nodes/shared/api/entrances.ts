import { accessSystemSchema, entranceSchema } from '../schema/entrance';
import { answerWith, endpoint, listEndpoint } from './endpoint';

export interface EntranceFilters {
	acs_entrance_ids?: string[];
	acs_system_id?: string;
	connected_account_id?: string;
	customer_key?: string;
	/** Matches parts of the name. */
	search?: string;
	space_id?: string;
}

/** Reads the doors of access systems. */
export const listEntrances = listEndpoint((filters: EntranceFilters) => ({
	path: '/acs/entrances/list',
	body: filters,
	field: 'acs_entrances',
	record: entranceSchema,
	subject: 'the list of entrances',
}));

export const getAccessSystem = endpoint((acs_system_id: string) => ({
	path: '/acs/systems/get',
	body: { acs_system_id },
	schema: answerWith('acs_system', accessSystemSchema),
	isRepeatable: true,
}));
