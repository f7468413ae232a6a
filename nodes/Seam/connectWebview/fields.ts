import { requiredTextField } from '../../shared/ui/fieldKinds';

export const connectWebviewIdField = requiredTextField(
	'Connect Webview ID',
	'connectWebviewId',
	'e.g. {{ $json.connect_webview_id }}',
);
