import { requiredTextField } from '../../shared/ui/fieldKinds';

export const accessMethodIdField = requiredTextField(
	'Access Method ID',
	'accessMethodId',
	'e.g. {{ $json.access_method_ids[0] }}',
	"One of the grant's access_method_ids",
);
